import { randomInt, randomUUID } from 'node:crypto';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, RETURN, send, SUBMIT } from '../support/report-operations';
import { acceptReport, changeProgress, submitReport, withdrawReport, workItemId } from '../support/report-steps';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let secretariat: ApiClient;
let analyst: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
  secretariat = await program.as('secretariat');
  analyst = await program.as('analyst');
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

interface FieldChange {
  readonly name: string;
  readonly before: unknown;
  readonly after: unknown;
}

interface Change {
  readonly id: string;
  readonly kind: 'ADDED' | 'CHANGED' | 'REMOVED';
  readonly code: string | null;
  readonly fields: readonly FieldChange[];
}

const CHANGES = `query ($of: ReadableTypeName!, $from: Cursor!, $to: Cursor, $first: Int) {
  changes(of: $of, from: $from, to: $to, first: $first) { id kind code fields { name before after } } }`;

interface Asked {
  readonly of: string;
  readonly from: string;
  readonly to?: string | null;
  readonly first?: number | null;
}

async function changes(client: ApiClient, asked: Asked): Promise<readonly Change[]> {
  const { data, errors } = await client.ask<{ changes: Change[] }>(CHANGES, asked);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data.changes;
}

async function cursorNow(): Promise<string> {
  return (await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`)).cursor;
}

const later = (left: string, right: string) => Number(left.split('.')[1]) > Number(right.split('.')[1]);

/** Writes past the commands and waits until the program has heard of it. */
async function write(tag: string, statement: string, values: readonly unknown[] = []): Promise<string> {
  const before = await cursorNow();
  await writer.write({ type: 'WRITTEN', extraTags: [tag] }, (tx) => tx.query(statement, values));
  return until(
    async () => (await secretariat.ask('{ installation { today } }')).extensions!.cursor!,
    (cursor) => later(cursor, before),
  );
}

describe('changes', () => {
  test('say what was added, what was changed and what went, with the values before and after', async () => {
    const id = randomUUID();
    const start = await cursorNow();
    const added = await write(
      'unit',
      `insert into unit (id, code, name, name_en, short_name, short_name_en, kind, source_citations, is_sample, valid_from)
       values ($1, 'moi', 'Đơn vị mới', 'New unit', 'Mới', 'New', 'DEPARTMENT', '{"Nghị quyết 1"}', true, '2023-01-01')`,
      [id],
    );
    const changed = await write(
      'unit',
      `update unit set name = 'Đơn vị khác', source_note = 'Đổi tên', source_citations = '{"Nghị quyết 1","Nghị quyết 2"}', valid_from = null where id = $1`,
      [id],
    );
    const removed = await write('unit', 'delete from unit where id = $1', [id]);
    const unit = { id: `un_${id}`, code: 'moi' };
    expect(await changes(secretariat, { of: 'Unit', from: start, to: added })).toEqual([
      {
        ...unit,
        kind: 'ADDED',
        fields: expect.arrayContaining([
          { name: 'code', before: null, after: 'moi' },
          { name: 'name', before: null, after: 'Đơn vị mới' },
          { name: 'isSample', before: null, after: true },
          { name: 'validFrom', before: null, after: '2023-01-01' },
          { name: 'source.citations', before: null, after: ['Nghị quyết 1'] },
        ]) as FieldChange[],
      },
    ]);
    expect(await changes(secretariat, { of: 'Unit', from: added, to: changed })).toEqual([
      {
        ...unit,
        kind: 'CHANGED',
        fields: [
          { name: 'name', before: 'Đơn vị mới', after: 'Đơn vị khác' },
          { name: 'validFrom', before: '2023-01-01', after: null },
          { name: 'source.citations', before: ['Nghị quyết 1'], after: ['Nghị quyết 1', 'Nghị quyết 2'] },
          { name: 'source.note', before: null, after: 'Đổi tên' },
        ],
      },
    ]);
    expect(await changes(secretariat, { of: 'Unit', from: changed, to: removed })).toEqual([
      {
        ...unit,
        kind: 'REMOVED',
        fields: expect.arrayContaining([{ name: 'name', before: 'Đơn vị khác', after: null }]) as FieldChange[],
      },
    ]);
    // what came and went between is not there at either end
    expect(await changes(secretariat, { of: 'Unit', from: start, to: removed })).toEqual([]);
    expect(await changes(secretariat, { of: 'Unit', from: start })).toEqual([]);
  });

  test('without an end go to what is there now, and hold what was written since', async () => {
    const from = await cursorNow();
    const item = async () => changes(secretariat, { of: 'WorkItem', from, to: null });
    const { percentComplete } = await view.row<{ percentComplete: number }>(
      `select percent_complete::float8 as "percentComplete" from work_item where code = '07-01'`,
    );
    expect(await item()).toEqual([]);
    await changeProgress(program, percentComplete + 2);
    expect(await item()).toEqual([
      {
        id: await workItemId(secretariat, '07-01'),
        kind: 'CHANGED',
        code: '07-01',
        fields: [
          { name: 'percentComplete', before: percentComplete, after: percentComplete + 2 },
          { name: 'claimedHealth', before: 'ON_TRACK', after: null },
        ],
      },
    ]);
    await changeProgress(program, percentComplete);
    // back where it was, though not by the way it came
    expect(await item()).toMatchObject([{ code: '07-01', fields: [{ name: 'claimedHealth' }] }]);
  });

  test('tell of a row that leads elsewhere, though no value of its own differs', async () => {
    const from = await cursorNow();
    const to = await write(
      'work_item',
      `update work_item set lead_unit_id = (select id from unit where code = 'so-xd') where code = '07-02'`,
    );
    expect(await changes(secretariat, { of: 'WorkItem', from, to })).toMatchObject([
      { kind: 'CHANGED', code: '07-02', fields: [] },
    ]);
  });

  test('tell nothing of what no field shows', async () => {
    const from = await cursorNow();
    await write('account', `update account set email = 'moi@demo.test' where email = 'member@demo.test'`);
    expect(await changes(secretariat, { of: 'Account', from })).toEqual([]);
    await write('account', `update account set display_name = 'Tên khác' where email = 'moi@demo.test'`);
    expect(await changes(secretariat, { of: 'Account', from })).toMatchObject([
      { kind: 'CHANGED', code: null, fields: [{ name: 'displayName', after: 'Tên khác' }] },
    ]);
  });

  test('answer under whatever names and parts they are asked for', async () => {
    const from = await cursorNow();
    const { report } = await submitReport(program, 40);
    await withdrawReport(program, report);
    const { data } = await secretariat.ask(
      `query ($from: Cursor!) { since: changes(of: ProgressReport, from: $from) { ...Parts kinds: fields { ...Names } values: fields { now: after } }
         twice: changes(of: WorkItem, from: $from) { id } none: changes(of: ProgressReport, from: $from, first: 0) { id } }
       fragment Parts on Change { __typename what: kind }
       fragment Names on FieldChange { __typename called: name }`,
      { from },
    );
    expect(data).toMatchObject({
      since: [{ __typename: 'Change', what: 'ADDED' }],
      twice: [],
      none: [],
    });
    const [{ kinds, values }] = (data as { since: [{ kinds: object[]; values: object[] }] }).since;
    expect(kinds[0]).toEqual({ __typename: 'FieldChange', called: 'receiptCode' });
    expect(Object.keys(values[0]!)).toEqual(['now']);
    expect(values).toHaveLength(kinds.length);
  });

  test('come in the type’s order, no more than are asked for', async () => {
    const from = await cursorNow();
    await write('work_item', `update work_item set verified_health = 'AT_RISK' where code ~ '^07-[012]'`);
    const codes = (
      await view.rows<{ code: string }>(`select code from work_item where code ~ '^07-[012]' order by code collate "C"`)
    ).map(({ code }) => code);
    const all = (await changes(secretariat, { of: 'WorkItem', from })).map(({ code }) => code);
    expect(all).toEqual(codes.filter((code) => all.includes(code)));
    expect(all.length).toBeGreaterThan(10);
    const some = await changes(secretariat, { of: 'WorkItem', from, first: 5 });
    expect(some.map(({ code }) => code)).toEqual(all.slice(0, 5));
  });

  test('are kept live', async () => {
    const from = await cursorNow();
    const { data } = await secretariat.ask<{ changes: object[] }>(CHANGES, { of: 'Indicator', from });
    expect(data.changes).toEqual([]);
    await write('indicator', `update indicator set name = name || ' (sửa)' where code = 'kinh-te-so'`);
    // the same question, which was answered before: the answer of then must not be given again
    expect(await changes(secretariat, { of: 'Indicator', from })).toMatchObject([{ code: 'kinh-te-so' }]);
  });
});

describe('rows that may not be seen count as not there', () => {
  test('a report comes for an analyst when it is accepted, for the secretariat when it is submitted', async () => {
    const start = await cursorNow();
    const { report, cursor: submitted } = await submitReport(program, 55);
    const accepted = await acceptReport(program, report);
    const kinds = async (client: ApiClient, from: string, to: string) =>
      (await changes(client, { of: 'ProgressReport', from, to }))
        .filter(({ id }) => id === report.id)
        .map(({ kind, fields }) => [kind, fields.find(({ name }) => name === 'state')?.before ?? null]);
    expect(await kinds(secretariat, start, submitted)).toEqual([['ADDED', null]]);
    expect(await kinds(secretariat, submitted, accepted)).toEqual([['CHANGED', 'SUBMITTED']]);
    expect(await kinds(analyst, start, submitted)).toEqual([]);
    expect(await kinds(analyst, submitted, accepted)).toEqual([['ADDED', null]]);
  });

  test('what was never accepted leaves no trace for an analyst, nor screens for a department', async () => {
    const from = await cursorNow();
    const { report } = await submitReport(program, 56);
    await done(await program.as('approver'), RETURN, { progressReportId: report.id, reason: 'Thiếu.' });
    expect(await changes(analyst, { of: 'ProgressReport', from })).toEqual([]);
    const made = await secretariat.ask(
      'mutation { createDisplay(input: { name: "Phòng 1", programmeCode: "07-CTr/TU" }) { userErrors { code } } }',
    );
    expect(made.errors).toBeUndefined();
    expect(await changes(secretariat, { of: 'Display', from })).toMatchObject([{ kind: 'ADDED' }]);
    expect(await changes(await program.as('reporter'), { of: 'Display', from })).toEqual([]);
  });
});

describe('a question is refused', () => {
  const NOTHING = 'There is nothing of this moment: it lies before the history, or in the future.';

  test.each([
    ['from a position to come', { from: '1.100000' }, NOTHING],
    ['to a position to come', { from: '1.1', to: '1.100000' }, NOTHING],
    ['from before the first event', { from: '1.0' }, NOTHING],
    ['from another epoch', { from: '2.1' }, NOTHING],
    ['backwards', { from: '1.2', to: '1.1' }, '`from` must not lie after `to` in the log.'],
    ['for fewer than none', { from: '1.1', first: -1 }, '`first` must be 0 to 1000, not -1.'],
    ['for too many', { from: '1.1', first: 1001 }, '`first` must be 0 to 1000, not 1001.'],
  ])('%s', async (_name, asked, message) => {
    const { data, errors } = await secretariat.ask(CHANGES, { of: 'Unit', ...asked }, 'en');
    expect(data ?? null).toBeNull();
    expect(errors).toEqual([{ message, path: ['changes'], extensions: { code: 'BAD_USER_INPUT' } }]);
    const { errors: vi } = await secretariat.ask(CHANGES, { of: 'Unit', ...asked });
    expect(vi![0]!.message).not.toBe(message);
  });

  test.each(['Event', 'AccessToken', 'unit'])('of %s, which has no history to read', async (of) => {
    const { errors } = await secretariat.ask(CHANGES, { of, from: '1.1' });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('by a stranger', async () => {
    const { errors } = await program.stranger().ask(CHANGES, { of: 'Unit', from: '1.1' });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
  });
});

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
      await write(...pick(WRITES));
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
    if (randomInt(2) === 0) await send(secretariat, APPROVE, { progressReportId });
  }

  test('any two states differ by what changes say', async () => {
    const unit = 'so-gtvt';
    const { client: reporter } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
    const { client: approver } = await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] });
    const items = (
      await view.rows<{ id: string }>(
        `select 'wi_' || w.id as id from work_item w join unit u on u.id = w.lead_unit_id where u.code = $1 and w.completed_on is null`,
        [unit],
      )
    ).map(({ id }) => id);
    const states: { cursor: string; of: Map<ApiClient, State> }[] = [];
    for (let count = 0; count < STEPS; count++) {
      await step(reporter, approver, items);
      const of = new Map<ApiClient, State>();
      for (const client of [secretariat, analyst]) of.set(client, await stateFor(client));
      states.push({ cursor: await cursorNow(), of });
    }
    let found = 0;
    for (let pair = 0; pair < PAIRS; pair++) {
      const first = randomInt(STEPS - 1);
      const second = pair % 4 === 0 ? STEPS - 1 : randomInt(first, STEPS);
      const [from, to] = [states[first]!, states[second]!];
      const client = pair % 3 === 0 ? analyst : secretariat;
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
