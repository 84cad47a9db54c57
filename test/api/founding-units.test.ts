import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';

const FOLDER = join(__dirname, '../../schema/operations/founding');

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram({ clock: new Date('2025-05-20T08:00:00+07:00') });
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function answer<Data>(file: string): Promise<Data> {
  const secretariat = await program.as('secretariat');
  const { data, errors } = await secretariat.ask<Data>(readFileSync(join(FOLDER, file), 'utf8'));
  expect(errors).toBeUndefined();
  return data;
}

interface Group {
  readonly keys: readonly { readonly value: string; readonly label: string }[];
  readonly count: number;
}

test('the secretariat sees what each unit of today carries, merged units included', async () => {
  const { workItems } = await answer<{ workItems: { totalCount: number; underToday: Group[]; asLed: Group[] } }>(
    'work-under-todays-structure.graphql',
  );
  const countsOf = (groups: readonly Group[]) =>
    Object.fromEntries(groups.map(({ keys, count }) => [keys[0]!.value, count]));
  const rows = await view.rows<{ today: string; led: string }>(
    `select coalesce(successor.code, u.code) as today, u.code as led from work_item w join unit u on u.id = w.lead_unit_id
       left join unit_succession s on s.predecessor_id = u.id left join unit successor on successor.id = s.successor_id`,
  );
  const expected = (by: 'today' | 'led') =>
    rows.reduce<Record<string, number>>((counts, row) => ({ ...counts, [row[by]]: (counts[row[by]] ?? 0) + 1 }), {});
  expect(workItems.totalCount).toBe(32);
  expect(countsOf(workItems.underToday)).toEqual(expected('today'));
  expect(countsOf(workItems.asLed)).toEqual(expected('led'));
  expect(Object.keys(countsOf(workItems.underToday))).not.toContain('so-tttt');
});

test('the secretariat sees who holds the matters of each unit that has ended, by which decision', async () => {
  interface Structure {
    readonly held: {
      readonly nodes: readonly { unit: { code: string }; heir: { code: string }; share: number; heldFrom: string }[];
    };
    readonly decided: {
      readonly nodes: readonly { code: string; successions: { source: { citations: string[] } }[] }[];
    };
  }
  const { held, decided } = await answer<Structure>('structure-on-a-date.graphql');
  const known = await view.rows<{ unit: string; heir: string }>(
    `select u.code as unit, successor.code as heir from unit_succession s join unit u on u.id = s.predecessor_id
       join unit successor on successor.id = s.successor_id order by u.code collate natural_order`,
  );
  expect(known.length).toBeGreaterThan(5);
  expect(held.nodes.map(({ unit, heir }) => ({ unit: unit.code, heir: heir.code }))).toEqual(known);
  expect(held.nodes.every(({ share, heldFrom }) => share === 1 && heldFrom === '2025-03-01')).toBe(true);
  expect(decided.nodes.map(({ code }) => code)).toEqual(known.map(({ unit }) => unit));
  expect(decided.nodes.every(({ successions }) => successions[0]!.source.citations.length > 0)).toBe(true);
});
