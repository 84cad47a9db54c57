import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { DatabaseView } from '../support/database-view';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { sized } from '../support/size';

let database: TestDatabase;
let view: DatabaseView;

beforeAll(async () => {
  database = await openTestDatabase();
  view = await DatabaseView.open(database.target);
});

afterAll(async () => {
  await view.close();
  await database.close();
});

/** A unit's end: the day from which others hold its matters, and who with what share. Later units succeed earlier ones. */
interface End {
  readonly on: string;
  readonly successors: readonly { readonly to: number; readonly share: number }[];
}

const COUNT = 6;
const DAYS = ['2022-01-01', '2022-06-15', '2023-01-01', '2023-06-15', '2024-01-01', '2024-06-15'];
/** Shares by the number of successors: those that are easy to add up, and those that are not. */
const SHARES: Readonly<Record<number, readonly (readonly number[])[]>> = {
  1: [[1]],
  2: [
    [0.6, 0.4],
    [0.0001, 0.9999],
  ],
  3: [[0.3333, 0.3333, 0.3334]],
};

/** An end whose successors are among the later units. */
function endOf(from: number): fc.Arbitrary<End> {
  const later = Array.from({ length: COUNT - 1 - from }, (_, index) => from + 1 + index);
  return fc.shuffledSubarray(later, { minLength: 1, maxLength: Math.min(3, later.length) }).chain((to) =>
    fc.record({
      on: fc.constantFrom(...DAYS),
      successors: fc
        .constantFrom(...SHARES[to.length]!)
        .map((shares) => to.map((unit, index) => ({ to: unit, share: shares[index]! }))),
    }),
  );
}

const ends = fc.tuple(...Array.from({ length: COUNT - 1 }, (_, from) => fc.option(endOf(from), { freq: 2 })));

/** Writes units with these ends; gives their ids. */
async function write(all: readonly (End | null)[]): Promise<string[]> {
  const ids = Array.from({ length: COUNT }, () => randomUUID());
  await view.rows('begin');
  for (const id of ids) {
    await view.rows(
      `insert into unit (id, code, name, name_en, short_name, short_name_en, kind) values ($1, $2, 'x', 'x', 'x', 'x', 'DEPARTMENT')`,
      [id, id],
    );
  }
  // in whatever order they become known
  for (const [from, end] of [...all.entries()].reverse()) {
    for (const { to, share } of end?.successors ?? []) {
      await view.rows(
        'insert into unit_succession (predecessor_id, successor_id, effective_on, share) values ($1, $2, $3, $4)',
        [ids[from], ids[to], end!.on, share],
      );
    }
  }
  return ids;
}

/** The slow reference: who holds a unit's matters on a date, by following the ends of that date one by one. */
function heirsOn(all: readonly (End | null)[], unit: number, date: string): Map<number, number> {
  const end = all[unit];
  if (end == null || end.on > date) return new Map([[unit, 1]]);
  const found = new Map<number, number>();
  for (const { to, share } of end.successors) {
    for (const [heir, part] of heirsOn(all, to, date)) found.set(heir, (found.get(heir) ?? 0) + part * share);
  }
  return found;
}

const rounded = (entries: Iterable<readonly [string, number]>) =>
  [...entries].map(([heir, share]) => [heir, Math.round(share * 1e8) / 1e8]).sort();

test('on every date the matters of every unit are held by whom its successions lead to, and the shares add up to 1 (R16)', async () => {
  await fc.assert(
    fc.asyncProperty(ends, async (all) => {
      const ids = await write(all);
      try {
        const rows = await view.rows<{ unit: string; heir: string; share: string; from: string; to: string }>(
          `select unit_id as unit, heir_id as heir, share, coalesce(held_from, '0001-01-01')::text as from,
             coalesce(held_to, '9999-12-31')::text as to from unit_heir`,
        );
        for (const date of ['2021-12-31', ...DAYS, '2025-01-01']) {
          for (const [unit, id] of ids.entries()) {
            const held = new Map<string, number>();
            for (const row of rows.filter((entry) => entry.unit === id && entry.from <= date && date <= entry.to)) {
              held.set(row.heir, (held.get(row.heir) ?? 0) + Number(row.share));
            }
            const expected = [...heirsOn(all, unit, date)].map(([heir, share]) => [ids[heir]!, share] as const);
            expect([date, unit, rounded(held)]).toEqual([date, unit, rounded(expected)]);
            expect([...held.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 8);
          }
        }
      } finally {
        await view.rows('rollback');
      }
    }),
    { seed: 16, numRuns: sized(20, 60) },
  );
});

test('a succession that is taken back leaves no trace in who holds what', async () => {
  const ids = await write([{ on: '2022-01-01', successors: [{ to: 1, share: 1 }] }, null, null, null, null]);
  await view.rows('delete from unit_succession where predecessor_id = $1', [ids[0]]);
  const rows = await view.rows('select heir_id, share, held_from, held_to from unit_heir where unit_id = $1', [ids[0]]);
  await view.rows('rollback');
  expect(rows).toEqual([{ heir_id: ids[0], share: 1, held_from: null, held_to: null }]);
});

test('a way that comes back to where it was is not followed for ever', async () => {
  const ids = await write([{ on: '2022-01-01', successors: [{ to: 1, share: 1 }] }, null, null, null, null]);
  await view.rows(
    `insert into unit_succession (predecessor_id, successor_id, effective_on, share) values ($1, $2, '2023-01-01', 1)`,
    [ids[1], ids[0]],
  );
  const [{ count }] = (await view.rows<{ count: number }>(
    'select count(*)::integer as count from unit_heir where unit_id = any($1)',
    [ids.slice(0, 2)],
  )) as [{ count: number }];
  await view.rows('rollback');
  expect(count).toBe(3);
});
