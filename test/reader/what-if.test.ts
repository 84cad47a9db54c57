import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Database } from '../../src/platform/database/database';
import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { submitReport, withdrawReport } from '../support/report-steps';
import { bytes, cursorOf, read, WHOLE } from './past';
import { Proposals } from './proposals';

const proposals = new Proposals();
let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let secretariat: ApiClient;
/** Uuid of item 07-01. */
let item: string;
/** Two reports that everybody reads, the second of which proposes nothing; one that waits, and one that was taken back. */
let [sooner, nothing, waiting, decided] = ['', '', '', ''];

const MARK = '~[0-9a-f]{16}';
const ITEM = 'workItem(code: "07-01") { id dueOn health leadUnit { id code } }';
const THEN = `query ($ids: [ID!]!) { supposing(reports: $ids) { ${ITEM} } }`;
const REFUSED = { extensions: { code: 'BAD_USER_INPUT' } };

interface Item {
  readonly id: string;
  readonly dueOn: string;
  readonly health: string;
  readonly leadUnit: { readonly id: string; readonly code: string };
}

beforeAll(async () => {
  program = await startTestProgram({ domains: [proposals.domain] });
  [view, writer] = [await DatabaseView.open(program.target), await EventWriter.open(program.target)];
  secretariat = await program.as('secretariat');
  item = (await view.row<{ id: string }>(`select id from work_item where code = '07-01'`)).id;
  const accepted = await view.rows<{ id: string }>(
    `select id from progress_report where state = 'ACCEPTED' order by id limit 2`,
  );
  [sooner, nothing] = accepted.map(({ id }) => `rp_${id}`) as [string, string];
  const { report: back } = await submitReport(program, 60);
  await withdrawReport(program, back);
  decided = back.id;
  waiting = (await submitReport(program, 61)).report.id;
  proposals.set(sooner.slice(3), { work_item: { rows: [{ id: item, due_on: '2023-01-31' }], removed: [] } });
});

beforeEach(() => {
  proposals.asked.length = 0;
  proposals.meanwhile = () => Promise.resolve();
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

async function itemThen(ids: readonly string[] = [sooner]): Promise<Item> {
  return (await read<{ supposing: { workItem: Item } }>(secretariat, THEN, { ids })).supposing.workItem;
}

describe('what would be', () => {
  test('stands beside what is and beside another list, in one answer', async () => {
    const found = await read<Record<'now' | 'then' | 'same' | 'other', { workItem?: Item } & Item>>(
      secretariat,
      `query ($ids: [ID!]!) { now: ${ITEM} then: supposing(reports: $ids) { ...Parts ... on Snapshot { __typename } }
         same: supposing(reports: ["${sooner}", "${sooner}"]) { ...Parts } other: supposing(reports: ["${nothing}"]) { ...Parts } }
       fragment Parts on Snapshot { ${ITEM} }`,
      { ids: [sooner] },
    );
    const { now, then, same, other } = found;
    expect(then).toMatchObject({ __typename: 'Snapshot', workItem: { dueOn: '2023-01-31', health: 'OVERDUE' } });
    expect(same.workItem).toEqual(then.workItem);
    expect(now).toMatchObject({ id: `wi_${item}` });
    expect(other.workItem).toMatchObject({ dueOn: now.dueOn, health: now.health });
    // each list is worked out once
    expect(proposals.asked).toEqual([[sooner.slice(3)], [nothing.slice(3)]]);
  });

  test('of nothing is what is, to the byte', async () => {
    const [now, then] = [
      await bytes(secretariat, `{ ${WHOLE} }`),
      await bytes(secretariat, `{ supposing(reports: []) { ${WHOLE} } }`),
    ];
    expect(then.replaceAll(new RegExp(`${MARK}"`, 'g'), '"')).toBe(`{"supposing":${now}}`);
  });

  test('is read from one snapshot by one statement, which writes nothing and waits for nobody', async () => {
    const before = await view.everything();
    const other = await DatabaseView.open(program.target);
    await other.rows('begin');
    await other.rows('select * from work_item for update');
    const locks: string[] = [];
    proposals.meanwhile = async (reads) => {
      const found = await reads.query<{ mode: string }>(
        `select distinct mode from pg_locks where pid = pg_backend_pid() and locktype <> 'virtualxid'`,
      );
      locks.push(...found.map(({ mode }) => mode));
      const [{ is }] = (await reads.query<{ is: string }>(
        `select current_setting('transaction_read_only') || ' ' || current_setting('transaction_isolation') as is`,
      )) as [{ is: string }];
      expect(is).toBe('on repeatable read');
    };
    const [snapshots, reads] = [jest.spyOn(Database.prototype, 'snapshot'), jest.spyOn(Database.prototype, 'read')];
    expect((await itemThen()).health).toBe('OVERDUE');
    expect([snapshots.mock.calls.length, reads.mock.calls.length]).toEqual([1, 0]);
    for (const spy of [snapshots, reads]) spy.mockRestore();
    expect(locks).toEqual(['AccessShareLock']);
    await other.rows('rollback');
    await other.close();
    expect(await view.everything()).toEqual(before);
  });

  /** Writes past the commands, with an event. */
  async function touch(statement = 'select 1', values: readonly unknown[] = []): Promise<void> {
    await writer.write({ type: 'WRITTEN', extraTags: ['work_item'] }, (tx) => tx.query(statement, values));
  }

  test('and what it rests on are of one moment, whatever is written between the two', async () => {
    const due = (await itemThen([nothing])).dueOn;
    const code = async () => (await itemThen()).leadUnit.code;
    const before = await code();
    await touch();
    proposals.meanwhile = () =>
      touch(
        `update work_item set due_on = '2022-01-01', lead_unit_id = (select id from unit where code = 'so-xd') where id = $1`,
        [item],
      );
    // neither the row that was worked out nor those that were not are of later
    expect([(await itemThen([nothing])).dueOn, before]).toEqual([due, before]);
    proposals.meanwhile = () => Promise.resolve();
    expect([(await itemThen([nothing])).dueOn, await code()]).toEqual(['2022-01-01', 'so-xd']);
    await touch(
      `update work_item set due_on = $2, lead_unit_id = (select id from unit where code = $3) where id = $1`,
      [item, due, before],
    );
  });

  test('is at hand until something touches what it rests on', async () => {
    const ask = () => secretariat.ask(THEN, { ids: [sooner] });
    const again = async (tags: readonly string[]) => {
      await writer.write({ extraTags: tags });
      await view.rows('select count(*) from sequence_events()');
      const cursor = await cursorOf(view);
      const spies = [jest.spyOn(Database.prototype, 'snapshot'), jest.spyOn(Database.prototype, 'read')];
      await fetch(`${program.url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${secretariat.token}`,
          'x-wait-for': cursor,
        },
        body: JSON.stringify({ query: THEN, variables: { ids: [sooner] } }),
      });
      const read = spies.some(({ mock }) => mock.calls.length > 0);
      for (const spy of spies) spy.mockRestore();
      return [read, proposals.asked.splice(0).length];
    };
    const [atHand, read, workedOut] = [
      [false, 0],
      [true, 0],
      [true, 1],
    ];
    // everything before has been heard of
    await again(['work_item']);
    await ask();
    expect(proposals.asked).toEqual([]);
    // what stays the same is worked out once, though the question is read anew
    expect([await again(['display']), await again(['progress_report']), await again(['appendix'])]).toEqual([
      atHand,
      workedOut,
      workedOut,
    ]);
    expect([await again(['display']), await again(['today']), await again(['display'])]).toEqual([
      atHand,
      read,
      atHand,
    ]);
  });

  test('costs what is asked of it, and each proposal', async () => {
    const costOf = async (query: string) => {
      const { extensions } = await secretariat.ask(query);
      return (extensions as { cost: { requested: number } }).cost.requested;
    };
    const now = await costOf(`{ ${ITEM} }`);
    expect(await costOf(`{ supposing(reports: []) { ${ITEM} } }`)).toBe(now);
    expect(await costOf(`{ supposing(reports: ["${sooner}", "${nothing}", "${sooner}"]) { ${ITEM} } }`)).toBe(now + 40);
  });

  test('changes by itself where it is watched: with what it rests on, and with the proposals', async () => {
    const client = createClient({
      url: `${program.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${secretariat.token}` },
    });
    const messages = client.iterate<{ live: { supposing: { workItem: { title: string; dueOn: string } } | null } }>({
      query: `subscription { live { supposing(reports: ["${waiting}"]) { workItem(code: "07-01") { title dueOn } } } }`,
    });
    const next = async () => (await messages.next()).value as { data: object; errors?: object[] };
    const seen = async () =>
      ((await next()).data as { live: { supposing: { workItem: object } } }).live.supposing.workItem;
    const { title, due_on: dueOn } = await view.row<{ title: string; due_on: string }>(
      'select title, due_on::text from work_item where id = $1',
      [item],
    );
    expect(await seen()).toEqual({ title, dueOn });
    await writer.write({}, (tx) =>
      tx.query(`update work_item set title = 'Tên mới' where id = $1`, [item]).then(() => tx.touched.add('work_item')),
    );
    expect(await seen()).toEqual({ title: 'Tên mới', dueOn });
    proposals.set(waiting.slice(3), { work_item: { rows: [{ id: item, due_on: '2023-02-01' }], removed: [] } });
    await writer.write({ extraTags: ['progress_report'] });
    expect(await seen()).toEqual({ title: 'Tên mới', dueOn: '2023-02-01' });
    await writer.write({ extraTags: ['progress_report'] }, (tx) =>
      tx.query(`update progress_report set state = 'WITHDRAWN' where id = $1`, [waiting.slice(3)]),
    );
    expect(await next()).toMatchObject({
      data: { live: { supposing: null } },
      errors: [{ path: ['live', 'supposing'], ...REFUSED }],
    });
    await client.dispose();
    await writer.write({ extraTags: ['progress_report'] }, (tx) =>
      tx.query(`update progress_report set state = 'SUBMITTED' where id = $1`, [waiting.slice(3)]),
    );
  });
});

describe('ids of what would be', () => {
  test('carry the list, and find their row below it', async () => {
    const { id, leadUnit } = await itemThen();
    expect([id, leadUnit.id]).toEqual([
      expect.stringMatching(`^wi_${item}${MARK}$`),
      expect.stringMatching(`^un_[0-9a-f-]{36}${id.slice(-17)}$`),
    ]);
    expect((await itemThen([nothing])).id.slice(-17)).not.toBe(id.slice(-17));
    const found = await read(
      secretariat,
      `query ($id: ID!) { supposing(reports: ["${sooner}"]) { node(id: $id) { id ... on WorkItem { health } }
         workItems(where: { id: { eq: $id } }) { nodes { id } } } }`,
      { id },
    );
    expect(found).toEqual({ supposing: { node: { id, health: 'OVERDUE' }, workItems: { nodes: [{ id }] } } });
  });

  test('are refused everywhere else: by `node`, in the past, by mutations', async () => {
    const { id } = await itemThen();
    const cursor = await cursorOf(view);
    const asked = await secretariat.ask(
      `query ($id: ID!, $cursor: Cursor!) { is: node(id: "wi_${item}") { id } would: node(id: $id) { id } was: asOf(cursor: $cursor) { node(id: $id) { id } } }`,
      { id, cursor },
    );
    expect(asked.data).toEqual({ is: { id: `wi_${item}` }, would: null, was: null });
    expect(asked.errors).toMatchObject([
      { path: ['would'], ...REFUSED },
      { path: ['was'], ...REFUSED },
    ]);
    const [vi, en] = await Promise.all(
      (['vi', 'en'] as const).map((language) =>
        secretariat.ask(
          'mutation ($input: WithdrawProgressReportInput!) { withdrawProgressReport(input: $input) { cursor } }',
          { input: { progressReportId: `${waiting}${id.slice(-17)}` } },
          language,
        ),
      ),
    );
    expect(vi!.errors).toMatchObject([{ path: ['withdrawProgressReport'], ...REFUSED }]);
    expect([vi!.errors![0]!.message, en!.errors![0]!.message]).toEqual([
      '`input.progressReportId` là mã định danh của dữ liệu giả định: chỉ để xem trước. Hãy dùng mã hiện tại.',
      '`input.progressReportId` is an id of what was only supposed, which can only be read. Use the id of the present.',
    ]);
  });
});

describe('what cannot be supposed is null with an error of its own, and the rest is answered', () => {
  async function refused(ids: readonly string[], client = secretariat): Promise<string> {
    const { data, errors } = await client.ask(
      `query ($ids: [ID!]!) { before: ${ITEM} then: supposing(reports: $ids) { ${ITEM} } fine: supposing(reports: ["${sooner}"]) { ${ITEM} } }`,
      { ids },
      'en',
    );
    expect(data).toMatchObject({ before: { id: `wi_${item}` }, then: null, fine: { workItem: { health: 'OVERDUE' } } });
    expect(errors).toMatchObject([{ path: ['then'], ...REFUSED }]);
    return errors![0]!.message;
  }

  const NOBODY = 'rp_00000000-0000-4000-8000-000000000000';

  test('what is no such id, or none of the present', async () => {
    expect(await refused([sooner, `wi_${item}`, 'x'])).toBe(
      `\`reports\` holds "wi_${item}", "x", which is no id of: progress report.`,
    );
    const marked = `${sooner}${(await itemThen()).id.slice(-17)}`;
    expect(await refused([marked, `${nothing}@1.1`])).toBe(
      `\`reports\` holds "${marked}", "${nothing}@1.1", an id of the past or of what was only supposed. Use the id of the present.`,
    );
  });

  test('what is not there, what may not be read, and what is decided', async () => {
    const gone = (id: string) =>
      `\`reports\` holds "${id}", which is not there or not visible to you. Leave it out and ask again.`;
    expect(await refused([NOBODY])).toBe(gone(NOBODY));
    expect(await refused([waiting], await program.as('analyst'))).toBe(gone(waiting));
    expect(await refused([decided])).toMatch(/^Decided: /);
  });

  test('more than a hundred', async () => {
    const many = Array.from({ length: 101 }, (_, n) => `rp_00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    expect(await refused(many)).toBe(
      '`reports` holds 101 ids; 100 are the most. Ask several times, for some of them each.',
    );
  });

  test('a list is no part of a moment of the past, nor a moment of a list', async () => {
    const { errors } = await secretariat.ask(
      `{ asOf(cursor: "1.1") { supposing(reports: []) { __typename } } supposing(reports: []) { asOf(cursor: "1.1") { __typename } } }`,
    );
    expect(errors).toMatchObject([
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
      { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  test('strangers are sent to sign in', async () => {
    const { errors } = await program.stranger().ask(`{ supposing(reports: []) { __typename } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  });
});
