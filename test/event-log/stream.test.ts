import { EventAudience } from '../../src/platform/event-log/event-audience';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { type DemoName, startTestProgram, type TestProgram } from '../support/program';
import { changeProgress, submitReport, withdrawReport } from '../support/report-steps';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

interface Streamed {
  readonly events: { readonly cursor: string; readonly previous: string; readonly type: string; readonly data: object };
}

const EVENTS = `subscription ($after: Cursor, $where: EventFilter) {
  events(after: $after, where: $where) { cursor previous type data } }`;

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
});

afterEach(async () => {
  await Promise.all(open.splice(0).map((subscriber) => subscriber.close()));
});

afterAll(async () => {
  await writer.close();
  await view.close();
  await program.close();
});

async function connect(name: DemoName, language?: string): Promise<Subscriber> {
  const subscriber = new Subscriber(program.url, (await program.as(name)).token, language);
  open.push(subscriber);
  return subscriber;
}

async function stream(name: DemoName, variables: Record<string, unknown> = {}, language?: string) {
  return (await connect(name, language)).subscribe<Streamed>(EVENTS, variables).messages;
}

async function head(): Promise<string> {
  const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
  return cursor;
}

/** A marker for everybody: all that was written before it comes before it. */
async function mark(): Promise<(delivery: Delivery<Streamed>) => boolean> {
  const name = String(Math.random());
  await writer.write({ type: 'MARKED', data: { name } });
  return ({ data }) => (data.events.data as { name?: string }).name === name;
}

const typesOf = (deliveries: Delivery<Streamed>[]) => deliveries.map(({ data }) => data.events.type);

test('a stream replays from its cursor and goes on live without a seam, while others write', async () => {
  const after = await head();
  const write = async (name: number) => {
    for (let round = 0; round < 40; round++) await writer.write({ data: { name, round } });
  };
  const writing = Promise.all([0, 1, 2, 3].map(write));
  const early = await stream('inspector', { after });
  await early.next();
  const late = await stream('inspector', { after });
  await writing;
  const isLast = await mark();
  const [first, second] = await Promise.all([early.nextUntil(isLast), late.nextUntil(isLast)]);
  const all = [early.all[0]!, ...first];
  const expected = await view.rows<{ cursor: string }>(
    `select epoch || '.' || position as cursor from event_log where position > $1 order by position`,
    [after.split('.')[1]],
  );
  expect(expected).toHaveLength(161);
  for (const received of [all, second]) {
    expect(received.map(({ data }) => data.events.cursor)).toEqual(expected.map(({ cursor }) => cursor));
    expect(received.map(({ data }) => data.events.previous)).toEqual([
      after,
      ...expected.slice(0, -1).map(({ cursor }) => cursor),
    ]);
  }
});

test('without a cursor a stream begins at the head, and names it as previous', async () => {
  const subscriber = await connect('analyst');
  const before = await head();
  const { messages } = subscriber.subscribe<Streamed>(EVENTS);
  // answered after the subscription on the same connection has begun
  await subscriber.ask('{ viewer { id } }');
  await changeProgress(program, 70);
  const { data } = await messages.next();
  expect(data.events).toMatchObject({ type: 'PROGRESS_REPORT_ACCEPTED', previous: before });
});

test('a filter by type or by unit lets only those events through, and previous skips the others', async () => {
  const after = await head();
  const { report } = await submitReport(program, 71);
  await withdrawReport(program, report);
  const isLast = await mark();
  const marked = { type: { in: ['MARKED', 'PROGRESS_REPORT_WITHDRAWN'] } };
  const byList = await (await stream('inspector', { after, where: marked })).nextUntil(isLast);
  expect(typesOf(byList)).toEqual(['PROGRESS_REPORT_WITHDRAWN', 'MARKED']);
  expect(byList[0]!.data.events.previous).toBe(after);
  expect(byList[1]!.data.events.previous).toBe(byList[0]!.data.events.cursor);

  const submitted = await stream('inspector', { after, where: { type: { eq: 'PROGRESS_REPORT_SUBMITTED' } } });
  expect(typesOf([await submitted.next()])).toEqual(['PROGRESS_REPORT_SUBMITTED']);
  const byUnit = await stream('inspector', { after, where: { unit: { code: { eq: 'so-tttt' } } } });
  expect(typesOf([await byUnit.next(), await byUnit.next()])).toEqual([
    'PROGRESS_REPORT_SUBMITTED',
    'PROGRESS_REPORT_WITHDRAWN',
  ]);
  const ofOther = { unit: { code: { eq: 'so-nnptnt' } } };
  const other = await stream('inspector', { after, where: ofOther });
  const { id } = await view.row<{ id: string }>(`select id from unit where code = 'so-nnptnt'`);
  await writer.write({ type: 'OF_OTHER_UNIT', unitId: id });
  expect(typesOf([await other.next()])).toEqual(['OF_OTHER_UNIT']);
});

describe('each event is shown to whom it concerns, replayed and live', () => {
  const expected: Record<string, string[]> = {
    inspector: ['TO_UNIT', 'TO_RECORDS', 'TO_ALL'],
    admin: ['TO_UNIT', 'TO_RECORDS', 'TO_ALL'],
    secretariat: ['TO_UNIT', 'TO_ALL'],
    reporter: ['TO_UNIT', 'TO_ALL'],
    approver: ['TO_UNIT', 'TO_ALL'],
    'other.reporter': ['TO_ALL'],
    analyst: ['TO_ALL'],
    head: ['TO_ALL'],
    member: ['TO_ALL'],
  };

  async function writeOneOfEach(): Promise<void> {
    const { id: unitId } = await view.row<{ id: string }>(`select id from unit where code = 'so-tttt'`);
    await writer.write({ type: 'TO_UNIT', unitId, audience: EventAudience.UNIT });
    await writer.write({ type: 'TO_RECORDS', unitId, audience: EventAudience.RECORDS });
    await writer.write({ type: 'TO_ALL', audience: EventAudience.EVERYONE });
  }

  test.each(Object.entries(expected))('%s', async (name, types) => {
    const after = await head();
    const live = await stream(name as DemoName, { after });
    await writeOneOfEach();
    const isLast = await mark();
    const replay = await stream(name as DemoName, { after });
    for (const messages of [live, replay]) {
      expect(typesOf(await messages.nextUntil(isLast))).toEqual([...types, 'MARKED']);
    }
  });

  test('an analyst sees of a report only that it was accepted, a reporter of another unit no more', async () => {
    const after = await head();
    await changeProgress(program, 72);
    const isLast = await mark();
    for (const name of ['analyst', 'other.reporter'] as const) {
      const received = await (await stream(name, { after })).nextUntil(isLast);
      expect(typesOf(received)).toEqual(['PROGRESS_REPORT_ACCEPTED', 'MARKED']);
    }
    const received = await (await stream('reporter', { after })).nextUntil(isLast);
    expect(typesOf(received)).toEqual([
      'PROGRESS_REPORT_SUBMITTED',
      'PROGRESS_REPORT_UNIT_APPROVED',
      'PROGRESS_REPORT_ACCEPTED',
      'MARKED',
    ]);
  });
});

describe('a cursor that is no place in this log is refused', () => {
  const inputs = [
    ['malformed', 'x', 'BAD_USER_INPUT'],
    ['negative', '1.-1', 'BAD_USER_INPUT'],
    ['empty', '', 'BAD_USER_INPUT'],
    ['of the future', '1.999999', 'CURSOR_EXPIRED'],
    ['of a later epoch', '9.1', 'CURSOR_EXPIRED'],
  ];

  test.each(inputs)('%s', async (_name, after, code) => {
    const messages = await stream('inspector', { after });
    const answer = await messages.next().catch((error: Error) => error);
    const text = answer instanceof Error ? answer.message : JSON.stringify(answer.errors);
    expect(text).toContain(code);
  });

  test('in the language of the connection', async () => {
    const after = '1.999999';
    const vietnamese = await (await stream('inspector', { after }, 'vi')).next();
    const english = await (await stream('inspector', { after }, 'en')).next();
    expect(vietnamese.errors![0]!.message).toContain('phía sau cuối nhật ký');
    expect(english.errors![0]!.message).toContain('beyond the end of the log');
  });
});

test('a filter that cannot be is refused when the stream begins, instead of being tried for ever', async () => {
  const units = Array.from({ length: 1_001 }, (_, index) => `don-vi-${index}`);
  let deep: object = { type: { eq: 'MARKED' } };
  for (let depth = 0; depth < 40; depth++) deep = { and: [deep] };
  const tooMany = await (await stream('inspector', { where: { unit: { code: { in: units } } } })).next();
  expect(tooMany).toMatchObject({ data: null, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  expect(tooMany.errors![0]!.message).toContain('1001 giá trị');
  // told before anything begins, where a query would be
  await expect(stream('inspector', { where: deep }, 'en').then((messages) => messages.next())).rejects.toThrow(
    'error QUERY_TOO_COMPLEX',
  );
});
