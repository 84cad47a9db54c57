import { randomInt } from 'node:crypto';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made-account';
import { APPROVE, RETURN, send, SUBMIT } from '../support/report-operations';
import { type Change, changes, ChangingWorld } from './changing-world';

let world: ChangingWorld;

beforeAll(async () => {
  world = await ChangingWorld.open();
});

afterAll(() => world.close());

describe('against a record of every state', () => {
  const STEPS = 40;
  const PAIRS = 60;
  const SOURCE = 'source { citations reliability note }';
  const TYPES: Readonly<Record<string, { list: string; code: string | null; fields: string }>> = {
    Unit: {
      list: 'units',
      code: 'code',
      fields: `code name nameEn shortName shortNameEn kind validFrom validTo ${SOURCE} isSample`,
    },
    WorkItem: {
      list: 'workItems',
      code: 'code',
      fields:
        'code number kind title titleEn shortName shortNameEn startsOn dueOn percentComplete completedOn claimedHealth verifiedHealth isSample',
    },
    ProgressReport: {
      list: 'progressReports',
      code: 'receiptCode',
      fields:
        'receiptCode period state percentComplete summary difficulties proposals claimedHealth healthReason decreaseReason latenessReason isLate submittedAt unitApprovedAt acceptedAt reviewNote supersededAt changedAt version isSample',
    },
    Measurement: {
      list: 'measurements',
      code: null,
      fields: `period endsOn value state note recordedAt ${SOURCE} isSample`,
    },
  };
  // a page holds 200 rows: from both ends, every row is there
  const STATE = `{ ${Object.entries(TYPES)
    .map(([name, { list, fields }]) => {
      const rows = `{ nodes { id ${fields} } totalCount }`;
      return `${name}: ${list}(first: 200) ${rows} rest_${name}: ${list}(last: 200) ${rows}`;
    })
    .join(' ')} }`;

  type Row = Readonly<Record<string, unknown>> & { readonly id: string };
  type State = Readonly<Record<string, ReadonlyMap<string, Row>>>;

  async function stateFor(client: ApiClient): Promise<State> {
    const { data } = await client.ask<Record<string, { nodes: Row[]; totalCount: number }>>(STATE);
    const rows = Object.keys(TYPES).map((name) => {
      const all = [...data[name]!.nodes, ...data[`rest_${name}`]!.nodes];
      const byId = new Map(all.map((row) => [row.id, row]));
      expect(byId.size).toBe(data[name]!.totalCount);
      return [name, byId] as const;
    });
    return Object.fromEntries(rows);
  }

  /** A row as changes name its values. */
  function flat({ id: _id, source, ...row }: Row): Record<string, unknown> {
    const members = Object.entries(source ?? {}).map(([name, value]) => [`source.${name}`, value as unknown]);
    return { ...row, ...Object.fromEntries(members) };
  }

  function expected(name: string, before: State, after: State): Change[] {
    const [old, now] = [before[name]!, after[name]!];
    const { code } = TYPES[name]!;
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): Change[] => {
      const [was, is] = [old.get(id), now.get(id)];
      const [left, right] = [was ? flat(was) : {}, is ? flat(is) : {}];
      const fields = Object.keys({ ...left, ...right })
        .map((field) => ({ name: field, before: left[field] ?? null, after: right[field] ?? null }))
        .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
      if (fields.length === 0) return [];
      const kind = was === undefined ? 'ADDED' : is === undefined ? 'REMOVED' : 'CHANGED';
      return [{ id, kind, code: code === null ? null : String((is ?? was)![code]), fields }];
    });
  }

  const byId = (found: readonly Change[]) =>
    found
      .map((change) => ({ ...change, fields: [...change.fields].sort((a, b) => (a.name < b.name ? -1 : 1)) }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));

  const pick = <Thing>(things: readonly Thing[]): Thing => things[randomInt(things.length)]!;

  const WRITES: readonly [string, string][] = [
    [
      'unit',
      `update unit set name_en = md5(random()::text) where id = (select id from unit order by random() limit 1)`,
    ],
    [
      'unit',
      `update unit set source_note = null, source_reliability = 'HIGH' where id = (select id from unit order by random() limit 1)`,
    ],
    [
      'unit',
      `insert into unit (code, name, name_en, short_name, short_name_en, kind, source_citations, is_sample) values (md5(random()::text), 'Mới', 'New', 'Mới', 'New', 'DEPARTMENT', '{}', true)`,
    ],
    ['unit', `delete from unit where id = (select id from unit where name = 'Mới' order by random() limit 1)`],
    [
      'work_item',
      `update work_item set due_on = due_on + 1, verified_health = null where id in (select id from work_item order by random() limit 3)`,
    ],
    ['work_item', `update work_item set percent_complete = round((random() * 99)::numeric, 2) where code ~ '^07-3'`],
    [
      'measurement',
      `update measurement set value = value + 0.5, note = 'sửa' where id = (select id from measurement order by random() limit 1)`,
    ],
    ['measurement', `delete from measurement where id = (select id from measurement order by random() limit 1)`],
    [
      'progress_report',
      `update progress_report set summary = md5(random()::text) where id = (select id from progress_report order by random() limit 1)`,
    ],
  ];

  async function step(reporter: ApiClient, approver: ApiClient, items: readonly string[]): Promise<void> {
    if (randomInt(2) === 0) {
      await world.write(...pick(WRITES));
      return;
    }
    const input = {
      workItemId: pick(items),
      period: '2023-Q4',
      percentComplete: randomInt(1, 101),
      summary: 'Có.',
      decreaseReason: 'Vì.',
    };
    const { progressReport } = await send(reporter, SUBMIT, input);
    if (progressReport === null || randomInt(3) === 0) return;
    const progressReportId = progressReport.id;
    if (randomInt(4) === 0) await send(approver, RETURN, { progressReportId, reason: 'Thiếu.' });
    else await send(approver, APPROVE, { progressReportId });
    if (randomInt(2) === 0) await send(world.secretariat, APPROVE, { progressReportId });
  }

  test('any two states differ by what changes say', async () => {
    const unit = 'so-gtvt';
    const { client: reporter } = await makeAccount(world.program, world.view, { roles: [{ role: 'REPORTER', unit }] });
    const { client: approver } = await makeAccount(world.program, world.view, { roles: [{ role: 'APPROVER', unit }] });
    const items = (
      await world.view.rows<{ id: string }>(
        `select 'wi_' || w.id as id from work_item w join unit u on u.id = w.lead_unit_id where u.code = $1 and w.completed_on is null`,
        [unit],
      )
    ).map(({ id }) => id);
    const states: { cursor: string; of: Map<ApiClient, State> }[] = [];
    for (let count = 0; count < STEPS; count++) {
      await step(reporter, approver, items);
      const of = new Map<ApiClient, State>();
      for (const client of [world.secretariat, world.analyst]) of.set(client, await stateFor(client));
      states.push({ cursor: await world.cursorNow(), of });
    }
    let found = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
      const first = randomInt(STEPS - 1);
      const second = pair % 4 === 0 ? STEPS - 1 : randomInt(first, STEPS);
      const [from, to] = [states[first]!, states[second]!];
      const client = pair % 3 === 0 ? world.analyst : world.secretariat;
      for (const of of Object.keys(TYPES)) {
        const isNow = second === STEPS - 1 && pair % 8 === 0;
        const told = await changes(client, { of, from: from.cursor, to: isNow ? null : to.cursor });
        const wanted = expected(of, from.of.get(client)!, to.of.get(client)!);
        expect(byId(told)).toEqual(byId(wanted));
        found += told.length;
      }
    }
    expect(found).toBeGreaterThan(PAIRS * 4);
  }, 180_000);
});
