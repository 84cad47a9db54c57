import { buildSchema, parse, validate } from 'graphql';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventDocument } from '../../src/web/feed/event-stream';
import { HEAD, HEARTBEAT } from '../../src/web/feed/heartbeat';
import type { FeedError, Heartbeat, StreamedEvent } from '../../src/web/feed/public';
import { ApiClient } from '../support/api-client';
import { EventWriter } from '../support/event-writer';
import { Messages } from '../support/sockets/messages';
import { startTestProgram, type TestProgram } from '../support/program';
import { changeProgress } from '../support/report-steps';
import { checkSequence } from '../support/sockets/sequence-check';
import { DEMO_PASSWORD } from '../support/test-server';
import { until } from '../support/until';
import { cuttableSocket } from './cuttable-socket';
import { openFeed, type OpenedFeed } from './open-feed';

interface Items {
  readonly workItems: { readonly nodes: { readonly code: string; readonly percentComplete: number }[] };
}

const ITEMS = 'query Items { workItems(first: 50) { nodes { code title percentComplete leadUnit { name } } } }';

let program: TestProgram;
let writer: EventWriter;
let socket: ReturnType<typeof cuttableSocket>;
const opened: OpenedFeed[] = [];

beforeAll(async () => {
  program = await startTestProgram();
  writer = await EventWriter.open(program.target);
});

beforeEach(() => {
  socket = cuttableSocket();
});

afterEach(() => {
  for (const { feed } of opened.splice(0)) feed.close();
});

afterAll(async () => {
  await writer.close();
  await program.close();
});

function open(token: string | null, options: { onHeartbeat?: (beat: Heartbeat) => void } = {}): OpenedFeed {
  const url = `${program.url.replace('http', 'ws')}/graphql`;
  const one = openFeed({ url, token: token!, language: 'en', webSocketImpl: socket.impl, ...options });
  opened.push(one);
  return one;
}

function percent({ workItems }: Items): number {
  return workItems.nodes.find(({ code }) => code === '07-01')!.percentComplete;
}

async function headOf(client: ApiClient): Promise<string> {
  return (await client.ask('{ viewer { id } }')).extensions!.cursor!;
}

describe('against the real server', () => {
  test('a live query follows what is accepted, over a cut too', async () => {
    const { feed, states } = open((await program.as('analyst')).token);
    const answers = new Messages<Items>();
    feed.live<Items>(ITEMS, {}, { next: (data) => answers.push(data) });
    const first = await answers.next();
    expect(percent(first)).toBe(62);
    await changeProgress(program, 64);
    expect(percent((await answers.nextUntil((answer) => percent(answer) === 64)).at(-1)!)).toBe(64);
    expect(percent(first)).toBe(62);

    const { length } = answers.all;
    expect(socket.cut()).toBe(1);
    await states.nextUntil(() => states.all.filter(({ is }) => is === 'connected').length === 2);
    expect(await answers.next()).toBe(answers.all[length - 1]);
    await changeProgress(program, 66);
    await answers.nextUntil((answer) => percent(answer) === 66);
    // the first answer came whole, the changes as patches, and after the cut only the word that the answer still held
    expect(feed.counts).toMatchObject({ full: 1, patched: 2, unchanged: 1, refetched: 0 });
  });

  test('after hundreds of quick changes, over cuts too, it holds what a query answers', async () => {
    const analyst = await program.as('analyst');
    const { feed } = open(analyst.token);
    const answers = new Messages<Items>();
    feed.live<Items>(ITEMS, {}, { next: (data) => answers.push(data) });
    await answers.next();
    for (let change = 1; change <= 300; change++) {
      const codes = [1, 7, 31].map((step) => `07-${String(((change * step) % 32) + 1).padStart(2, '0')}`);
      await writer.write({ extraTags: ['work_item'] }, (tx) =>
        tx.query('update work_item set percent_complete = $1 where code = any($2)', [change % 90, codes]),
      );
      if (change % 100 === 0) socket.cut();
    }
    await writer.write({ extraTags: ['work_item'] }, (tx) =>
      tx.query(`update work_item set percent_complete = 99.5 where code = '07-01'`),
    );
    await answers.nextUntil((answer) => percent(answer) === 99.5);
    expect(answers.all.at(-1)).toEqual((await analyst.ask<Items>(ITEMS)).data);
    const { patched, refetched } = feed.counts;
    expect(patched).toBeGreaterThan(0);
    expect(refetched).toBe(0);
  });

  test('a query that the server refuses says why, and in which language', async () => {
    const { feed } = open((await program.as('analyst')).token);
    const errors = new Messages<FeedError>();
    feed.live('{ nothingOfThisName }', {}, { next: () => undefined, failed: (error) => errors.push(error) });
    expect(await errors.next()).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: expect.stringContaining('nothingOfThisName') as string,
    });
  });

  test('a stream of events has no gap and no repeat over twenty cuts, while others write', async () => {
    const inspector = await program.as('inspector');
    const after = await headOf(inspector);
    const { feed } = open(inspector.token);
    const events = new Messages<StreamedEvent<{ data: { name: string } }>>();
    const errors: FeedError[] = [];
    const where = { type: { in: ['MARKED', 'ENDED'] } };
    feed.events<{ type: string; data: { name: string } }>(
      { after, where, selection: 'type data' },
      { next: (event) => events.push(event), failed: (error) => errors.push(error), expired: () => undefined },
    );
    const written: string[] = [];
    let isOver = false;
    const write = async (): Promise<void> => {
      while (!isOver) {
        const name = randomUUID();
        await writer.write({ type: 'MARKED', data: { name } });
        await writer.write({ type: 'OF_NO_INTEREST' });
        written.push(name);
      }
    };
    const writing = Promise.all([write(), write(), write()]);
    for (let cuts = 0; cuts < 20; cuts += socket.cut()) {
      const { length } = events.all;
      await until(
        () => events.all.length,
        (count) => count > length + 2,
      );
    }
    isOver = true;
    await writing;
    await writer.write({ type: 'ENDED', data: { name: 'end' } });
    const delivered = await events.nextUntil(({ data }) => data.name === 'end');
    const received = delivered.map(({ data, cursor, previous }) => ({ name: data.name, place: cursor, previous }));
    expect(checkSequence([...written, 'end'], received, after)).toEqual({
      missing: 0,
      repeated: 0,
      disordered: 0,
      broken: 0,
    });
    expect(errors).toEqual([]);
    expect(feed.counts.connections).toBe(21);
  });

  test('a stream without a cursor begins now', async () => {
    const inspector = await program.as('inspector');
    const { feed } = open(inspector.token);
    const before = await headOf(inspector);
    await writer.write({ type: 'BEFORE' });
    await until(
      () => headOf(inspector),
      (head) => head !== before,
    );
    const events = new Messages<StreamedEvent<{ type: string }>>();
    feed.events<{ type: string }>({}, { next: (event) => events.push(event), expired: () => undefined });
    await until(
      () => writer.write({ type: 'AFTER' }),
      () => events.all.length > 0,
    );
    expect(events.all[0]!.type).toBe('AFTER');
  });

  test('a cursor of an earlier log is handed back', async () => {
    const { feed } = open((await program.as('inspector')).token);
    const expired = await new Promise((resolve) => {
      feed.events({ after: '0.1' }, { next: () => undefined, expired: resolve });
    });
    expect(expired).toBe('0.1');
  });

  test('the heartbeat names the place in the log and the program’s version', async () => {
    const inspector = await program.as('inspector');
    const beats = new Messages<Heartbeat>();
    const { feed } = open(inspector.token, { onHeartbeat: (beat) => beats.push(beat) });
    expect(await beats.next()).toMatchObject({
      appVersion: 'test',
      cursor: expect.stringMatching(/^1\.\d+$/) as string,
      today: '2023-11-14',
    });
    expect(feed.freshness().state).toBe('live');
  });

  test('who signs out is refused for good', async () => {
    const client = await ApiClient.signIn(program.url, 'analyst@demo.test', DEMO_PASSWORD);
    const { feed, states } = open(client.token);
    await states.next();
    await client.ask('mutation { signOut { userErrors { message } } }');
    expect(await states.next()).toMatchObject({ is: 'refused', code: 4401 });
    expect(feed.freshness().state).toBe('refused');
  });
});

test('what the kit asks by itself is in the schema', () => {
  const schema = buildSchema(readFileSync(join(__dirname, '..', '..', 'schema', 'schema.graphql'), 'utf8'));
  for (const document of [HEARTBEAT, HEAD, eventDocument()]) expect(validate(schema, parse(document))).toEqual([]);
});
