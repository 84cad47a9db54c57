import fc from 'fast-check';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { startTestProgram, type TestProgram } from '../support/program';
import { type Delivery, Subscriber } from '../support/sockets/subscriber';

interface Streamed {
  readonly events: { readonly type: string };
}

const TYPES = ['ALPHA', 'ALPHA_BETA', 'BETA', 'Đến_hạn', 'den_han', 'LAST'] as const;
const STREAM = 'subscription ($after: Cursor, $where: EventFilter) { events(after: $after, where: $where) { type } }';
const LIST = 'query ($where: EventFilter) { events(first: 200, where: $where) { nodes { type } } }';

let program: TestProgram;
let view: DatabaseView;
let writer: EventWriter;
let subscriber: Subscriber;
let after: string;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  writer = await EventWriter.open(program.target);
  const inspector = await program.as('inspector');
  subscriber = new Subscriber(program.url, inspector.token);
  after = await head();
  for (const type of TYPES) await writer.write({ type, data: {} });
  const marks = subscriber.subscribe<Streamed>(STREAM, { after, where: { type: { eq: 'LAST' } } }).messages;
  await marks.next();
});

afterAll(async () => {
  await subscriber.close();
  await writer.close();
  await view.close();
  await program.close();
});

async function head(): Promise<string> {
  const { cursor } = await view.row<{ cursor: string }>(`select epoch || '.' || position as cursor from log_head`);
  return cursor;
}

const isLast = ({ data }: Delivery<Streamed>) => data.events.type === 'LAST';
const typesOf = (deliveries: readonly Delivery<Streamed>[]) => deliveries.map(({ data }) => data.events.type);

// the last one always comes, so that a stream can be read to its end
const orLast = (where: object) => ({ or: [where, { type: { eq: 'LAST' } }] });

const text = fc.constantFrom(...TYPES, 'ALPH', 'beta', 'B', 'den', '', ' ALPHA\u200b', 'zzz');
const comparison = fc.record(
  {
    eq: fc.option(text),
    ne: fc.option(text),
    in: fc.option(fc.array(text, { maxLength: 3 })),
    notIn: fc.option(fc.array(text, { maxLength: 3 })),
    lt: text,
    lte: text,
    gt: text,
    gte: text,
    isNull: fc.option(fc.boolean()),
    contains: fc.option(text),
    startsWith: fc.option(text),
  },
  { requiredKeys: [] },
);

test('a stream delivers what the list of events finds, whatever the filter on the type', async () => {
  const inspector = await program.as('inspector');
  await fc.assert(
    fc.asyncProperty(comparison, async (type) => {
      const { data } = await inspector.ask<{ events: { nodes: { type: string }[] } }>(LIST, {
        where: { and: [{ type }, { type: { in: [...TYPES] } }] },
      });
      const found = data.events.nodes.map((event) => event.type);
      // what has no end is read as far as the list goes; the same filter with an end shows that no more comes
      const plain = subscriber.subscribe<Streamed>(STREAM, { after, where: { type } });
      for (const _ of found) await plain.messages.next();
      const ended = subscriber.subscribe<Streamed>(STREAM, { after, where: orLast({ type }) });
      const expected = [...new Set([...found, 'LAST'])];
      expect(typesOf(await ended.messages.nextUntil(isLast))).toEqual(expected);
      expect(typesOf(plain.messages.all)).toEqual(found);
      plain.complete();
      ended.complete();
    }),
    { numRuns: 40 },
  );
});

test.each([
  [{ contains: 'beta' }, ['BETA_LIVE']],
  [{ startsWith: 'BET' }, ['BETA_LIVE']],
  [{ notIn: ['ALPHA_LIVE'] }, ['BETA_LIVE', 'END_LIVE']],
  [{ gte: 'B', lt: 'C' }, ['BETA_LIVE']],
  [{ eq: 'BETA_LIVE', contains: 'ALPHA' }, []],
])('live, %j lets through only what matches', async (type, expected) => {
  const from = await head();
  const { messages } = subscriber.subscribe<Streamed>(STREAM, { after: from, where: { type } });
  const all = subscriber.subscribe<Streamed>(STREAM, { after: from }).messages;
  for (const written of ['ALPHA_LIVE', 'BETA_LIVE', 'END_LIVE']) await writer.write({ type: written, data: {} });
  await all.nextUntil(({ data }) => data.events.type === 'END_LIVE');
  // both streams are told in the order of the log, and the answer to a later question comes after what was told before it
  await subscriber.ask('{ viewer { id } }');
  const received: string[] = [];
  while (received.length < expected.length) received.push((await messages.next()).data.events.type);
  expect(received).toEqual(expected);
  expect(messages.all.map(({ data }) => data.events.type)).toEqual(expected);
});
