import { randomInt } from 'node:crypto';
import {
  buildSchema,
  getNamedType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
} from 'graphql';
import { appendEvent } from '../../src/platform/event-log/append-event';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import type { ApiClient } from '../support/api-client';
import { cloneDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { makeAccount } from '../support/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { APPROVE, done, RETURN, send, SUBMIT, WITHDRAW } from '../support/report-operations';
import { acceptReport, changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let secretariat: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
  secretariat = await program.as('secretariat');
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

/** Asks past every cache, so that what was answered before cannot answer for what would be answered now; gives the bytes. */
async function bytes({ url, token }: ApiClient, query: string, variables: object = {}): Promise<string> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'cache-control': 'no-cache' },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  const data = /^\{"data":(\{.*\}),"extensions":/s.exec(text)?.[1];
  if (data === undefined) throw new Error(text);
  return data;
}

async function read<Data>(client: ApiClient, query: string, variables: object = {}): Promise<Data> {
  return JSON.parse(await bytes(client, query, variables)) as Data;
}

/** Where the log ends now. */
async function cursorNow(database = view): Promise<string> {
  return (await database.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`)).cursor;
}

/** A moment of the programme, in whole milliseconds, after everything that was done before the call. */
async function momentNow({ program: { clock } } = program): Promise<string> {
  const called = clock.now();
  return (
    await until(
      () => clock.now(),
      (now) => now > called,
    )
  ).toISOString();
}

async function codesOf(client: ApiClient, query: string, variables: object = {}): Promise<string[]> {
  return ((await client.ask(query, variables)).errors ?? []).map(({ extensions }) => extensions.code);
}

/** The whole graph: nested relations, lists, aggregates, groups, derived facts, the log. */
const WHOLE = `
  programmes { totalCount nodes { id code title standingAgency { id code } term { id name } objectives { id number text }
    chronicle { id happenedOn text } committee { id name members { id role roleName office } } documents(first: 3) { totalCount nodes { id code title } }
    reportingCycles { nodes { id period opensOn dueOn isOpen } } } }
  targets(first: 100) { totalCount nodes { id number health expectedValue indicator { id code } source { note citations } trajectory { period expected }
    latestMeasurement { id period value source { citations } } previousMeasurement { id value } } }
  workItems(first: 100) { totalCount aggregates { count percentComplete { avg min max sum } daysLate { sum } }
    byHealth: groupedAggregates(by: [{ field: HEALTH }]) { keys { value label } count percentComplete { avg } }
    byUnit: groupedAggregates(by: [{ field: LEAD_UNIT }, { field: STATUTORY_CLASS }]) { keys { value label } count }
    nodes { id code health statutoryClass daysLate percentComplete plannedPercent earnedOn completedOn claimedHealth
      freshness { reportedAt ageDays isStale } openCycle { period dueOn }
      leadUnit { id code name } units { id role unit { id code } } milestones { id number dueOn reachedOn }
      progressReports(first: 3) { totalCount aggregates { percentComplete { max } } nodes { id receiptCode state version } } } }
  progressReports(first: 200) { totalCount byState: groupedAggregates(by: [{ field: STATE }]) { keys { value } count }
    nodes { id receiptCode state version percentComplete summary reviewNote isLate changedAt supersededAt submittedAt unitApprovedAt acceptedAt
      submittedBy { id displayName } acceptedBy { id displayName } workItem { id code percentComplete } cycle { id period } milestones { id number } } }
  measurements(first: 100) { totalCount aggregates { value { avg max } } nodes { id period value state recordedAt note indicator { id code } } }
  events(last: 20) { totalCount nodes { cursor type occurredAt hash data subject { id __typename } actor { id displayName } unit { id code } } }
  overdue: workItems(where: { health: { eq: OVERDUE } }) { totalCount }
  item: workItem(code: "07-01") { id health }`;
const THEN = `query ($cursor: Cursor!) { asOf(cursor: $cursor) { ${WHOLE} } }`;

const THE_ITEM = `{ workItem(code: "07-01") { id percentComplete health leadUnit { id } } }`;
const ITEM_THEN = `query ($cursor: Cursor, $at: DateTime) { asOf(cursor: $cursor, at: $at) ${THE_ITEM} }`;

interface Item {
  readonly id: string;
  readonly percentComplete: number;
  readonly health: string;
  readonly leadUnit: { readonly id: string };
}

async function itemThen(moment: { cursor?: string; at?: string }, client = secretariat): Promise<Item> {
  return (await read<{ asOf: { workItem: Item } }>(client, ITEM_THEN, moment)).asOf.workItem;
}

describe('ids of the past', () => {
  test('carry their moment, and lead back to it', async () => {
    const { data } = await secretariat.ask<{ workItem: Item }>(THE_ITEM);
    const cursor = await cursorNow();
    const then = await itemThen({ cursor });
    expect(then).toEqual({
      ...data.workItem,
      id: `${data.workItem.id}@${cursor}`,
      leadUnit: { id: `${data.workItem.leadUnit.id}@${cursor}` },
    });
    await changeProgress(program, then.percentComplete + 1);
    const { node } = await read<{ node: Item }>(
      secretariat,
      'query ($id: ID!) { node(id: $id) { id ... on WorkItem { percentComplete health leadUnit { id } } } }',
      { id: then.id },
    );
    expect(node).toEqual(then);
    expect((await itemThen({ cursor: await cursorNow() })).percentComplete).toBe(then.percentComplete + 1);
  });

  test('are null for what was not there then, and for what was never there', async () => {
    const before = await cursorNow();
    const { report, cursor } = await submitReport(program, 50);
    await withdrawReport(program, report);
    const nodes = await read<Record<string, object | null>>(
      secretariat,
      `{ before: node(id: "${report.id}@${before}") { id } then: node(id: "${report.id}@${cursor}") { id ... on ProgressReport { state } }
         never: node(id: "rp_00000000-0000-4000-8000-000000000000@${cursor}") { id } }`,
    );
    expect(nodes).toEqual({ before: null, then: { id: `${report.id}@${cursor}`, state: 'SUBMITTED' }, never: null });
  });

  test('find the same row when they filter', async () => {
    const cursor = await cursorNow();
    const { id } = await itemThen({ cursor });
    const { asOf } = await read<{ asOf: { workItems: { nodes: { code: string }[] } } }>(
      secretariat,
      'query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { workItems(where: { id: { eq: $id } }) { nodes { code } } } }',
      { cursor, id },
    );
    expect(asOf.workItems.nodes).toEqual([{ code: '07-01' }]);
  });

  test('are refused by every field of every mutation that takes an id', async () => {
    const schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
    const { id } = await itemThen({ cursor: await cursorNow() });
    const places = Object.values(schema.getMutationType()!.getFields()).flatMap(idFieldsOf);
    expect(places.map(({ mutation, field }) => `${mutation}.${field}`).sort()).toEqual([
      'acceptDeliverable.deliverableId',
      'acceptMeasurement.measurementId',
      'addAppendixRows.appendixId',
      'addDeliverable.workItemId',
      'addMilestones.workItemId',
      'addResource.workItemId',
      'answerOpinion.consultationId',
      'approveDocument.documentId',
      'approveProgressReport.progressReportId',
      'assignLeadUnit.unitId',
      'assignLeadUnit.workItemId',
      'assignMember.membershipId',
      'assignMember.targetIds',
      'assignOversight.membershipId',
      'assignOversight.workItemIds',
      'assignResponsiblePerson.personId',
      'assignResponsiblePerson.workItemId',
      'assignUnitRole.unitId',
      'assignUnitRole.workItemId',
      'correctMeasurement.measurementId',
      'createAccount.unitId',
      'createPerson.unitId',
      'createUnit.parentId',
      'decideResource.resourceId',
      'describeWorkItem.workItemId',
      'disableAccount.accountId',
      'draftDocument.implementsId',
      'enableAccount.accountId',
      'endMemberAssignment.membershipId',
      'endMemberAssignment.targetIds',
      'endOversight.membershipId',
      'endOversight.workItemIds',
      'endUnit.unitId',
      'endUnitRole.unitId',
      'endUnitRole.workItemId',
      'finaliseDocument.documentId',
      'grantRole.accountId',
      'grantRole.unitId',
      'issueDocument.documentId',
      'mergeUnits.successorId',
      'mergeUnits.unitIds',
      'moveUnit.parentId',
      'moveUnit.unitId',
      'recordMeasurement.indicatorId',
      'recordOpinion.documentId',
      'removeTrace.traceId',
      'resetPassword.accountId',
      'returnDocument.documentId',
      'returnProgressReport.progressReportId',
      'reviseDocument.documentId',
      'reviseDocument.implementsId',
      'revokeDisplay.displayId',
      'revokeRole.accountId',
      'revokeRole.unitId',
      'sendForOpinions.documentId',
      'submitDocument.documentId',
      'submitProgressReport.milestoneIds',
      'submitProgressReport.workItemId',
      'traceWorkItem.objectiveId',
      'traceWorkItem.targetId',
      'traceWorkItem.viewpointId',
      'traceWorkItem.workItemId',
      'verifyWorkItem.workItemId',
      'withdrawDocument.documentId',
      'withdrawProgressReport.progressReportId',
    ]);
    const before = await view.everything();
    for (const { mutation, inputType, field, input, isList } of places) {
      const query = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { cursor userErrors { code } } }`;
      const name = isList ? `input.${field}.1` : `input.${field}`;
      const variables = { input: { ...input, [field]: isList ? [id.split('@')[0], id] : id } };
      const [vi, en] = [await secretariat.ask(query, variables), await secretariat.ask(query, variables, 'en')];
      expect(vi.errors).toMatchObject([{ path: [mutation], extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(vi.errors![0]!.message).toBe(
        `\`${name}\` là mã định danh của quá khứ: chỉ để xem lại. Hãy dùng mã hiện tại.`,
      );
      expect(en.errors![0]!.message).toBe(
        `\`${name}\` is an id of the past, which can only be read. Use the id of the present.`,
      );
    }
    expect(await view.everything()).toEqual(before);
  });

  test('say nothing to a stranger', async () => {
    const query = `mutation { withdrawProgressReport(input: { progressReportId: "rp_00000000-0000-4000-8000-000000000000@1.1" }) { cursor } }`;
    expect(await codesOf(program.stranger(), query)).toEqual(['UNAUTHENTICATED']);
  });
});

interface IdField {
  readonly mutation: string;
  readonly inputType: string;
  readonly field: string;
  readonly isList: boolean;
  /** Whatever the other required fields take. */
  readonly input: object;
}

const SOMETHING: Readonly<Record<string, unknown>> = {
  ID: 'wi_00000000-0000-4000-8000-000000000000',
  String: 'x',
  Float: 1,
  Int: 1,
  Period: '2023-Q4',
  Date: '2023-12-31',
};

function idFieldsOf({ name: mutation, args }: GraphQLField<unknown, unknown>): IdField[] {
  const type = args[0] && getNamedType(args[0].type);
  if (!isInputObjectType(type)) return [];
  const fields = Object.values(type.getFields());
  const something = (named: GraphQLNamedType): unknown => {
    if (isEnumType(named)) return named.getValues()[0]!.name;
    return isInputObjectType(named) ? required(named) : SOMETHING[named.name];
  };
  const required = (given: GraphQLInputObjectType): Record<string, unknown> =>
    Object.fromEntries(
      Object.values(given.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, something(getNamedType(field.type))]),
    );
  const input = required(type);
  return fields
    .filter((field) => getNamedType(field.type).name === 'ID')
    .map(({ name: field, type: given }) => {
      return { mutation, inputType: type.name, field, isList: String(given).startsWith('['), input };
    });
}

describe('a moment is refused', () => {
  const ONE_OF = {
    vi: '`asOf` cần đúng một trong hai tham số `at` và `cursor`.',
    en: '`asOf` takes exactly one of `at` and `cursor`.',
  };
  const NOTHING = {
    vi: 'Không có dữ liệu của thời điểm này: trước khi có lịch sử, hoặc ở tương lai.',
    en: 'There is nothing of this moment: it lies before the history, or in the future.',
  };
  const FUTURE = {
    vi: '`at` ở tương lai: chỉ có thể xem lại quá khứ.',
    en: '`at` lies in the future: only the past can be read again.',
  };
  const LATER = '2023-12-31T00:00:00Z';
  const EARLIER = '2023-11-13T00:00:00Z';

  test.each([
    ['without any argument', '', {}, ONE_OF],
    ['with both arguments', '(cursor: "1.1", at: "2023-11-14T02:00:00Z")', {}, ONE_OF],
    ['with variables that are not given', '(cursor: $cursor, at: $at)', {}, ONE_OF],
    ['with nulls', '(cursor: null, at: null)', {}, ONE_OF],
    ['as a position to come', '(cursor: "1.100000")', {}, NOTHING],
    ['as the largest position', '(cursor: $cursor)', { cursor: '1.999999999999999' }, NOTHING],
    ['as the position before the first event', '(cursor: "1.0")', {}, NOTHING],
    ['as a position of a later epoch', '(cursor: $cursor)', { cursor: '2.1' }, NOTHING],
    ['as a position of an earlier epoch', '(cursor: $cursor)', { cursor: '0.1' }, NOTHING],
    ['as a time to come', `(at: "${LATER}")`, {}, FUTURE],
    ['as a time to come, by a variable', '(at: $at)', { at: LATER }, FUTURE],
    ['as a time before the history', `(at: "${EARLIER}")`, {}, NOTHING],
  ])('%s', async (_name, args, variables, message) => {
    const declared = ['$cursor: Cursor', '$at: DateTime'].filter((name) => args.includes(name.split(':')[0]!));
    const query = `query ${declared.length === 0 ? '' : `(${declared.join(', ')})`} {
      now: installation { today } then: asOf${args} { workItem(code: "07-01") { id } } }`;
    for (const language of ['vi', 'en'] as const) {
      const { data, errors } = await secretariat.ask(query, variables, language);
      expect(data ?? null).toBeNull();
      expect(errors).toEqual([{ message: message[language], path: ['then'], extensions: { code: 'BAD_USER_INPUT' } }]);
    }
  });

  test('when what looks like one is none', async () => {
    for (const args of [
      'cursor: "1"',
      'cursor: "1.1.1"',
      'cursor: "x"',
      'at: "2023-11-14"',
      'at: "2023-02-31T00:00:00Z"',
    ]) {
      expect([args, await codesOf(secretariat, `{ asOf(${args}) { __typename } }`)]).toEqual([
        args,
        ['BAD_USER_INPUT'],
      ]);
    }
  });

  test('and an id of such a moment, too', async () => {
    const { id } = (await read<{ workItem: Item }>(secretariat, THE_ITEM)).workItem;
    for (const moment of ['1.100000', '2.1', '1.0']) {
      expect(await codesOf(secretariat, `{ node(id: "${id}@${moment}") { id } }`)).toEqual(['BAD_USER_INPUT']);
    }
  });

  test('never for one given argument beside a null', async () => {
    const cursor = await cursorNow();
    const { asOf } = await read<{ asOf: object }>(secretariat, ITEM_THEN, { cursor, at: null });
    expect(asOf).toMatchObject({ workItem: { id: expect.stringContaining(`@${cursor}`) as string } });
  });
});

describe('a moment always looks the same', () => {
  test('to the byte, whatever is written later', async () => {
    const cursor = await cursorNow();
    const first = await bytes(secretariat, THEN, { cursor });
    const present = await bytes(secretariat, `{ asOf: __typename ${WHOLE} }`);
    expect(first.replaceAll(`@${cursor}"`, '"')).toBe(present.replace('"asOf":"Query",', '"asOf":{').concat('}'));
    const { report } = await submitReport(program, 61);
    await withdrawReport(program, report);
    await changeProgress(program, 62);
    const indicatorId = (
      await read<{ indicator: { id: string } }>(secretariat, '{ indicator(code: "kinh-te-so") { id } }')
    ).indicator.id;
    await done(secretariat, MEASURE, { indicatorId, period: '2023-Q3', value: 17.5, source: 'Cục Thống kê' });
    expect(await bytes(secretariat, `{ asOf: __typename ${WHOLE} }`)).not.toBe(present);
    expect(await bytes(secretariat, THEN, { cursor })).toBe(first);
  });

  test('also when a write that was open across it commits afterwards', async () => {
    const other = await DatabaseView.open(program.target);
    const name = async (cursor: string) =>
      (
        await read<{ asOf: { unit: { name: string } } }>(
          secretariat,
          'query ($cursor: Cursor!) { asOf(cursor: $cursor) { unit(code: "so-xd") { name } } }',
          { cursor },
        )
      ).asOf.unit.name;
    const before = await name(await cursorNow());
    await other.rows('begin');
    await other.rows(`update unit set name = 'Sở Xây dựng và Hạ tầng' where code = 'so-xd'`);
    const { cursor } = await submitReport(program, 63).then(async ({ report, cursor }) => {
      await withdrawReport(program, report);
      return { cursor };
    });
    const withdrawn = await cursorNow();
    const first = [await bytes(secretariat, THEN, { cursor }), await bytes(secretariat, THEN, { cursor: withdrawn })];
    expect(first[0]).not.toBe(first[1]);
    await other.rows('commit');
    await other.close();
    expect([await name(cursor), await name(withdrawn)]).toEqual([before, before]);
    expect([await bytes(secretariat, THEN, { cursor }), await bytes(secretariat, THEN, { cursor: withdrawn })]).toEqual(
      first,
    );
    // no event tells of it: it is there from the next batch on
    await changeProgress(program, 64);
    expect(await name(await cursorNow())).toBe('Sở Xây dựng và Hạ tầng');
  });

  test('a cursor within a batch means the whole batch', async () => {
    const before = await cursorNow();
    await writer.database.transaction(async (tx) => {
      await tx.query(`update unit set name_en = 'Construction' where code = 'so-xd'`);
      for (const part of [1, 2, 3]) {
        appendEvent(tx, {
          type: 'BATCH_WRITTEN',
          occurredAt: program.program.clock.now(),
          actor: null,
          subject: null,
          unitId: null,
          programmeId: null,
          audience: EventAudience.EVERYONE,
          data: { part },
        });
      }
    });
    const start = Number(before.split('.')[1]);
    const end = `1.${start + 3}`;
    await until(cursorNow, (cursor) => cursor === end);
    const query = `query ($cursor: Cursor!) { asOf(cursor: $cursor) { unit(code: "so-xd") { id nameEn }
      events(last: 3) { nodes { cursor type } } } }`;
    const whole = await read<{ asOf: { unit: { id: string; nameEn: string } } }>(secretariat, query, { cursor: end });
    expect(whole.asOf.unit).toMatchObject({ nameEn: 'Construction', id: expect.stringMatching(`@${end}$`) as string });
    for (const within of [1, 2]) {
      expect(await read(secretariat, query, { cursor: `1.${start + within}` })).toEqual(whole);
    }
    expect(await read(secretariat, query, { cursor: before })).not.toMatchObject(whole);
  });

  test('its log ends at its position', async () => {
    const cursor = await cursorNow();
    await changeProgress(program, 65);
    const { asOf } = await read<{ asOf: { events: { totalCount: number; nodes: { cursor: string }[] } } }>(
      secretariat,
      'query ($cursor: Cursor!) { asOf(cursor: $cursor) { events(last: 1) { totalCount nodes { cursor } } } }',
      { cursor },
    );
    expect(asOf.events).toEqual({ totalCount: Number(cursor.split('.')[1]), nodes: [{ cursor }] });
  });

  test('fields that are computed in code are there too, under whatever name', async () => {
    const reporter = await program.as('reporter');
    const { then } = await read<Record<string, unknown>>(
      reporter,
      `query ($cursor: Cursor!) { then: asOf(cursor: $cursor) { first: workItems(first: 1) { rows: nodes { number: code may: viewerCan { now: submitReport } } }
         one: workItem(code: "07-10") { may: viewerCan { now: submitReport } } kind: __typename } }`,
      { cursor: await cursorNow() },
    );
    expect(then).toEqual({
      first: { rows: [{ number: '07-01', may: { now: true } }] },
      one: { may: { now: false } },
      kind: 'Snapshot',
    });
  });
});

const MEASURE = `mutation ($input: RecordMeasurementInput!) { payload: recordMeasurement(input: $input) { measurement { id } cursor userErrors { code message } } }`;

/** Lets days pass for a database that no program runs on: what happened lies so much further back. */
async function letDaysPass(database: DatabaseView, days: number): Promise<void> {
  const span = `interval '${days} days'`;
  await database.rows(`update log_batch set sequenced_at = sequenced_at - ${span}`);
  await database.rows(`update installation set clock_offset_ms = clock_offset_ms + ${days * 86_400_000}`);
}

test('what depends on the date is as of the date of then', async () => {
  const { target, drop } = await cloneDatabase(DEMO_TEMPLATE);
  const database = await DatabaseView.open(target);
  const first = await startTestProgram({ target });
  await changeProgress(first, 64);
  const cursor = await cursorNow(database);
  const at = await momentNow(first);
  const query =
    'query ($cursor: Cursor!) { asOf(cursor: $cursor) { workItems(first: 200) { nodes { code health daysLate plannedPercent freshness { ageDays } } } } }';
  const then = await bytes(await first.as('secretariat'), query, { cursor });
  await first.close();
  await letDaysPass(database, 400);
  const later = await startTestProgram({ target });
  const client = await later.as('secretariat');
  expect(await bytes(client, query, { cursor })).toBe(then);
  expect(
    await bytes(
      client,
      query.replace('($cursor: Cursor!)', '($cursor: DateTime!)').replace('asOf(cursor:', 'asOf(at:'),
      { cursor: at },
    ),
  ).toBe(then);
  const { today, workItem } = await read<{ today: { today: string }; workItem: Item }>(
    client,
    '{ today: installation { today } workItem(code: "07-01") { health } }',
  );
  expect([today.today, workItem.health]).toEqual(['2024-12-18', 'AT_RISK']);
  expect(then).toContain('{"code":"07-01","health":"ON_TRACK"');
  await later.close();
  await database.close();
  await drop();
});

describe('a time', () => {
  let held: DatabaseView | null = null;

  /** Keeps everybody else from numbering, until the test ends or unlocks. */
  async function holdSequencer(): Promise<DatabaseView> {
    held = await DatabaseView.open(program.target);
    await held.rows('select pg_advisory_lock(7202102)');
    return held;
  }

  afterEach(async () => {
    await held?.close();
    held = null;
  });

  test('means the last batch up to it', async () => {
    await changeProgress(program, 66);
    const [between, cursor] = [await momentNow(), await cursorNow()];
    const then = await itemThen({ at: between });
    expect(then).toMatchObject({ percentComplete: 66, id: expect.stringMatching(`@${cursor}$`) as string });
    await changeProgress(program, 67);
    expect(await itemThen({ at: between })).toEqual(then);
    expect((await itemThen({ at: await momentNow() })).percentComplete).toBe(67);
  });

  test('waits for the batch under way, which may belong to it', async () => {
    const sequencing = await holdSequencer();
    await writer.write({ type: 'RENAMED', extraTags: ['unit'] }, (tx) =>
      tx.query(`update unit set short_name = 'XD' where code = 'so-xd'`),
    );
    await sequencing.rows('begin');
    await sequencing.rows('select from sequence_events()');
    const at = await momentNow();
    const query = 'query ($at: DateTime!) { asOf(at: $at) { unit(code: "so-xd") { id shortName } } }';
    const asked = bytes(secretariat, query, { at });
    // one waits to look, others, who want to number, for the lock itself
    await until(
      () =>
        view.row<{ waiting: number }>(
          `select count(*)::integer as waiting from pg_locks where locktype = 'advisory' and mode = 'ShareLock' and not granted`,
        ),
      ({ waiting }) => waiting === 1,
    );
    await sequencing.rows('commit');
    await sequencing.rows('select pg_advisory_unlock(7202102)');
    const answer = await asked;
    expect(JSON.parse(answer)).toMatchObject({ asOf: { unit: { shortName: 'XD' } } });
    expect(await bytes(secretariat, query, { at })).toBe(answer);
  });

  test('that is long past waits for nobody, nor does a cursor', async () => {
    const cursor = await cursorNow();
    await holdSequencer();
    await view.rows(`update log_batch set sequenced_at = sequenced_at - interval '1 hour' where last_position = 1`);
    const at = new Date(program.program.clock.now().getTime() - 1_800_000).toISOString();
    expect((await itemThen({ at })).id).toMatch(/@1\.1$/);
    expect((await itemThen({ cursor })).id).toMatch(`@${cursor}`);
  });
});

describe('rights are those of now', () => {
  const REPORTS = `query ($cursor: Cursor!, $id: ID!) { asOf(cursor: $cursor) { node(id: $id) { id }
    progressReports(first: 200, where: { id: { eq: $id } }) { totalCount nodes { state } } workItem(code: "07-01") { progressReports(where: { id: { eq: $id } }) { totalCount } } } }`;
  interface ReportsThen {
    readonly asOf: {
      readonly node: object | null;
      readonly progressReports: { readonly totalCount: number; readonly nodes: readonly { state: string }[] };
      readonly workItem: { readonly progressReports: { readonly totalCount: number } };
    };
  }
  const states = async (client: ApiClient, cursor: string, id: string) => {
    const { asOf } = await read<ReportsThen>(client, REPORTS, { cursor, id });
    const found = asOf.progressReports.nodes.map(({ state }) => state);
    expect(asOf.progressReports.totalCount).toBe(found.length);
    expect(asOf.workItem.progressReports.totalCount).toBe(found.length);
    expect(asOf.node === null).toBe(found.length === 0);
    return found;
  };

  test('who has lost the role of a unit sees its old drafts no more', async () => {
    const { id: accountId, client } = await makeAccount(program, view, {
      roles: [{ role: 'REPORTER', unit: 'so-tttt' }, { role: 'ANALYST' }],
    });
    const { report, cursor } = await submitReport(program, 70);
    expect(await states(client, cursor, report.id)).toEqual(['SUBMITTED']);
    await withdrawReport(program, report);
    expect(await states(client, cursor, report.id)).toEqual(['SUBMITTED']);
    await writer.write({ type: 'ROLE_TAKEN', extraTags: ['account_role'] }, (tx) =>
      tx.query(`delete from account_role where account_id = $1 and role = 'REPORTER'`, [accountId]),
    );
    const gone = await until(
      () => states(client, cursor, report.id),
      (found) => found.length === 0,
    );
    expect(gone).toEqual([]);
    expect(await states(secretariat, cursor, report.id)).toEqual(['SUBMITTED']);
  });

  test('who gets a role sees with it what was before', async () => {
    const { id: accountId, client } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
    const { report, cursor } = await submitReport(program, 70);
    await withdrawReport(program, report);
    expect(await states(client, cursor, report.id)).toEqual([]);
    await writer.write({ type: 'ROLE_GIVEN', extraTags: ['account_role'] }, (tx) =>
      tx.query(`insert into account_role (account_id, role) values ($1, 'INSPECTOR')`, [accountId]),
    );
    const found = await until(
      () => states(client, cursor, report.id),
      (rows) => rows.length > 0,
    );
    expect(found).toEqual(['SUBMITTED']);
  });

  test('what is hidden from an analyst was hidden at every moment', async () => {
    const analyst = await program.as('analyst');
    const { report, cursor: submitted } = await submitReport(program, 71);
    const { cursor: returned } = await done(await program.as('approver'), RETURN, {
      progressReportId: report.id,
      reason: 'Thiếu minh chứng.',
    });
    expect(await states(secretariat, submitted, report.id)).toEqual(['SUBMITTED']);
    expect(await states(analyst, submitted, report.id)).toEqual([]);
    expect(await states(analyst, returned, report.id)).toEqual([]);
  });

  test('what an analyst sees since it was accepted was not there for him before', async () => {
    const analyst = await program.as('analyst');
    const { report, cursor: submitted } = await submitReport(program, 72);
    const accepted = await acceptReport(program, report);
    await changeProgress(program, 73);
    expect(await states(analyst, submitted, report.id)).toEqual([]);
    expect(await states(analyst, accepted, report.id)).toEqual(['ACCEPTED']);
  });

  test('a stranger has no past', async () => {
    expect(await codesOf(program.stranger(), '{ asOf(cursor: "1.1") { __typename } }')).toEqual(['UNAUTHENTICATED']);
  });
});

describe('after many commands of many people', () => {
  const UNITS = ['so-tttt', 'so-xd', 'so-gtvt', 'so-vhtt'];
  const ROUNDS = 50;
  const AT_ONCE = 4;

  interface Office {
    readonly reporter: ApiClient;
    readonly approver: ApiClient;
    readonly items: readonly string[];
  }

  async function offices(): Promise<Office[]> {
    const made: Office[] = [];
    for (const unit of UNITS) {
      const { client: reporter } = await makeAccount(program, view, { roles: [{ role: 'REPORTER', unit }] });
      const { client: approver } = await makeAccount(program, view, { roles: [{ role: 'APPROVER', unit }] });
      const items = await view.rows<{ id: string }>(
        `select 'wi_' || w.id as id from work_item w join unit u on u.id = w.lead_unit_id
         where u.code = $1 and w.code !~ 'A' and w.completed_on is null order by w.code`,
        [unit],
      );
      made.push({ reporter, approver, items: items.map(({ id }) => id) });
    }
    return made;
  }

  const pick = <Thing>(things: readonly Thing[]): Thing => things[randomInt(things.length)]!;

  /** One random command by whoever may: some are refused, as in life. */
  async function command(made: readonly Office[], indicators: readonly string[]): Promise<boolean> {
    const office = pick(made);
    const kind = randomInt(6);
    if (kind === 0) {
      const input = {
        indicatorId: pick(indicators),
        period: pick(['2023-Q1', '2023-Q2', '2023-Q3']),
        value: randomInt(1, 40),
        source: 'x',
      };
      return (await send(secretariat, MEASURE, input)).userErrors.length === 0;
    }
    const reports = await writer.database.query<{ id: string; state: string; item: string }>(
      `select 'rp_' || id as id, state, 'wi_' || work_item_id as item from progress_report where state in ('SUBMITTED', 'UNIT_APPROVED')`,
    );
    const report = reports.length === 0 ? null : pick(reports);
    if (report === null || kind < 3) {
      const input = {
        workItemId: pick(office.items),
        period: '2023-Q4',
        percentComplete: randomInt(1, 101),
        summary: 'Ngẫu nhiên.',
        decreaseReason: 'Đính chính.',
        latenessReason: 'Chậm.',
      };
      return (await send(office.reporter, SUBMIT, input)).userErrors.length === 0;
    }
    const owner = made.find(({ items }) => items.includes(report.item));
    const progressReportId = report.id;
    if (report.state === 'UNIT_APPROVED' || owner === undefined) {
      const [statement, input] =
        kind === 5 ? [RETURN, { progressReportId, reason: 'Bổ sung.' }] : [APPROVE, { progressReportId }];
      return (await send(secretariat, statement, input)).userErrors.length === 0;
    }
    if (kind === 5) return (await send(owner.reporter, WITHDRAW, { progressReportId })).userErrors.length === 0;
    return (await send(owner.approver, APPROVE, { progressReportId })).userErrors.length === 0;
  }

  test('every moment that was seen then is seen again', async () => {
    const made = await offices();
    const indicators = (await view.rows<{ id: string }>(`select 'in_' || id as id from indicator order by code`)).map(
      ({ id }) => id,
    );
    const analyst = await program.as('analyst');
    const seen: { cursor: string; client: ApiClient; data: string }[] = [];
    let count = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const results = await Promise.all(Array.from({ length: AT_ONCE }, () => command(made, indicators)));
      count += results.filter(Boolean).length;
      const client = round % 5 === 0 ? analyst : secretariat;
      const data = await bytes(client, `{ ${WHOLE} }`);
      seen.push({ cursor: await cursorNow(), client, data });
    }
    expect(count).toBeGreaterThan(ROUNDS);
    expect(new Set(seen.map(({ cursor }) => cursor)).size).toBeGreaterThan(ROUNDS * 0.8);
    for (const { cursor, client, data } of seen) {
      const then = await bytes(client, THEN, { cursor });
      expect(then.replaceAll(`@${cursor}"`, '"')).toBe(`{"asOf":${data}}`);
    }
  }, 180_000);
});
