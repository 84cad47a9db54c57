import { domains } from '../../src/domains';
import { dataSourceOn } from '../../src/open-data-source';
import { readMetadata } from '../../src/platform/database/data-source';
import { buildRegistry } from '../../src/platform/reader/model/build-registry';
import { Aims } from '../access/aims';
import { type Asker, makeAskers, OWN } from '../access/askers';
import { type Column, COLUMNS, type MutationLine, MUTATIONS } from '../access/rights.table';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { makeAccount } from '../support/made/made-account';
import { makeAppendix } from '../support/made/made-document';
import { mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';
import { WatchedLists } from './watched-lists';
import { isLong, some } from '../support/size';

/** Lists that no command writes. */
const NEVER_WRITTEN = ['terms'];

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let askers: Record<Column, Asker>;
let aims: Aims;
let watched: WatchedLists;
/** Tables of what can be read. */
let tables: readonly string[];
const changed = new Set<string>();

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
  askers = await makeAskers(program, view);
  const { id: colleague } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit: OWN.unit }] });
  aims = new Aims(program, view, colleague);
  const registry = buildRegistry(await readMetadata(dataSourceOn(program.target)), domains);
  tables = registry.types.map(({ table }) => table).filter((table) => table !== 'event_log');
  // drafts are their unit's alone
  const roles = [{ role: 'ADMINISTRATOR' }, { role: 'APPROVER', unit: OWN.unit }] as const;
  watched = await WatchedLists.open((await makeAccount(program, view, { roles })).client);
});

afterAll(async () => {
  await watched.close();
  await writer.close();
  await view.close();
  await program.close();
});

afterEach(async () => {
  // one report of an item and period may be pending
  await view.rows(
    `delete from progress_report where summary = 'made' or period = '2023-Q4' and summary like 'Không thay đổi so với %'`,
  );
});

const doers = ({ outcome }: MutationLine): Column[] => COLUMNS.filter((column) => outcome[column] === 'done');

/** Each mutation once for each state in which it is done. */
const DONE = [
  ...new Map(
    MUTATIONS.filter((line) => doers(line).length > 0 && !line.mutation.startsWith('sign')).map((line) => [
      `${line.mutation} ${line.of?.state ?? ''}`.trim(),
      line,
    ]),
  ),
].map(([name, line]) => ({ name, line }));

/** What was written past the commands to aim at is told to all who watch, so that whatever is told later is the command's. */
async function settle(): Promise<void> {
  await writer.write({ type: 'AIMED', extraTags: [...tables] });
  await sequenced();
  await watched.told(await watched.differing());
}

async function sequenced(): Promise<void> {
  await until(
    () => view.row<{ left: number }>('select count(*)::integer as left from outbox'),
    ({ left }) => left === 0,
  );
}

/** Runs something and gives what it wrote: the tables of rows that can be read, and the tags of the events that tell of it. */
async function written(work: () => Promise<unknown>): Promise<{ tables: string[]; tags: string[] }> {
  const { position } = await view.row<{ position: number }>('select position from log_head');
  const before = await view.everything();
  await work();
  const after = await view.everything();
  await sequenced();
  const events = await view.rows<{ tags: string[] }>('select tags from event_log where position > $1', [position]);
  return {
    tables: tables.filter((table) => after[table] !== before[table]),
    tags: [...new Set(events.flatMap(({ tags }) => tags))],
  };
}

/** Runs a command on what was aimed at, and expects that whoever watches a list that it changes is told. */
async function expectTold({ client }: Asker, mutation: string, input: object): Promise<void> {
  await settle();
  const { tables: wrote, tags } = await written(() => mutated(client, mutation, input));
  expect(wrote.filter((table) => !tags.includes(table))).toEqual([]);
  const dependencies = await watched.dependencies();
  const now = await watched.differing();
  for (const field of now.keys()) changed.add(field);
  const unheard = [...now.keys()].filter((field) => {
    const known = dependencies.get(field)!;
    return !known.includes('event_log') && !known.some((table) => tags.includes(table));
  });
  expect(unheard).toEqual([]);
  await watched.told(now);
}

interface Due {
  readonly dueMeasurements: {
    readonly nodes: readonly { readonly period: string; readonly indicator: { readonly id: string } }[];
  };
}

const lineOf = (mutation: string): MutationLine => MUTATIONS.find((line) => line.mutation === mutation)!;

test.each(some(DONE, 25))('$name: every list that it changes is told anew', async ({ line }) => {
  const asker = askers[doers(line)[0]!];
  const input = await aims.aim(line, asker);
  await expectTold(asker, line.mutation, input!);
});

describe('what goes along with it is told too', () => {
  test('rows that are taken off a list take along all that hangs on them', async () => {
    const input = await aims.aim(lineOf('removeAppendixRows'), askers.SECRETARIAT);
    const of = `work_item w where 'ap_' || w.appendix_id = $1`;
    for (const hanging of [
      `unit_role (work_item_id, role, unit_id, rank) select w.id, 'MONITORING', w.lead_unit_id, 1 from ${of}`,
      `milestone (work_item_id, number, title, title_en, due_on, planned_percent) select w.id, 1, 'x', 'x', w.due_on, 50 from ${of}`,
      `resource (work_item_id, kind, stated_on) select w.id, 'DATA', w.starts_on from ${of}`,
      `deliverable (work_item_id, number, title, due_on) select w.id, 1, 'x', w.due_on from ${of}`,
      `trace (work_item_id, objective_id, traced_on) select w.id, (select id from objective limit 1), w.starts_on from ${of}`,
      `work_item_oversight (membership_id, work_item_id, starts_on)
         select (select id from committee_membership limit 1), w.id, w.starts_on from ${of}`,
    ]) {
      await view.rows(`insert into ${hanging}`, [(input as { appendixId: string }).appendixId]);
    }
    await expectTold(askers.SECRETARIAT, 'removeAppendixRows', input!);
  });

  test('an issued plan brings its items into force', async () => {
    const input = (await aims.aim(lineOf('issueDocument'), askers.SECRETARIAT)) as { documentId: string };
    const appendixId = await makeAppendix(view, input.documentId.replace('do_', ''), 1);
    await view.rows(`update work_item set appendix_id = $1, is_in_force = false where code = '07-01'`, [appendixId]);
    await expectTold(askers.SECRETARIAT, 'issueDocument', input);
    expect(changed).toContain('workItems');
  });

  test('an accepted report moves its item and reaches milestones', async () => {
    const line = MUTATIONS.find(
      ({ mutation, of }) => mutation === 'approveProgressReport' && of?.state === 'UNIT_APPROVED',
    )!;
    const input = await aims.aim(line, askers.SECRETARIAT);
    await view.rows(
      `update progress_report r set percent_complete = 100, milestone_ids =
         (select array_agg(m.id) from milestone m where m.work_item_id = r.work_item_id and m.reached_on is null)
       where summary = 'made'`,
    );
    await expectTold(askers.SECRETARIAT, 'approveProgressReport', input!);
  });

  test('a value that was due waits to be accepted', async () => {
    const { data } = await askers.SECRETARIAT.client.ask<Due>(
      '{ dueMeasurements(first: 1, where: { state: { in: [DUE, OVERDUE] } }) { nodes { period indicator { id } } } }',
    );
    const [due] = data.dueMeasurements.nodes;
    const input = await aims.aim(lineOf('recordMeasurement'), askers.SECRETARIAT);
    const given = { ...input, indicatorId: due!.indicator.id, period: due!.period };
    await expectTold(askers.SECRETARIAT, 'recordMeasurement', given);
    expect(changed).toContain('dueMeasurements');
  });

  test('the units that a merger ends leave items, roles and heirs behind', async () => {
    const ids = await view.rows<{ id: string }>(
      `select distinct 'un_' || u.id as id from unit u join work_item w on w.lead_unit_id = u.id
       where u.valid_to is null and u.code <> 'so-nv' order by id limit 2`,
    );
    const input = await aims.aim(lineOf('mergeUnits'), askers.ADMINISTRATOR);
    const merger = { ...input, unitIds: ids.map(({ id }) => id), lastOn: '2023-11-13' };
    await expectTold(askers.ADMINISTRATOR, 'mergeUnits', merger);
  });
});

test('and each list is written by some command, but for those that are loaded', () => {
  const unchanged = watched.fields.filter((field) => !changed.has(field)).sort();
  // some of the commands leave some of the lists alone
  expect(unchanged).toEqual(isLong ? NEVER_WRITTEN : expect.arrayContaining(NEVER_WRITTEN));
});
