import { GraphQLError } from 'graphql';
import type { Database } from '../../src/platform/database/database';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { EventFeed } from '../../src/platform/event-log/event-feed';
import type { LiveRun } from '../../src/platform/live/live-group';
import { LiveHub } from '../../src/platform/live/live-hub';
import { Session } from '../../src/platform/live/session';
import { makeActor } from '../support/made-actor';
import { until } from '../support/until';

const errors: unknown[] = [];
const noDatabase = {
  query: () => Promise.reject(new Error('Nothing is to be read from the log here.')),
} as unknown as Database;

let feed: EventFeed;
let hub: LiveHub;

beforeEach(() => {
  feed = new EventFeed(noDatabase, (error) => errors.push(error));
  hub = new LiveHub(feed, (error) => errors.push(error));
});

afterEach(() => {
  hub.stop();
  expect(errors.splice(0)).toEqual([]);
});

/** An event comes that touches these tables. */
function change(...tags: string[]): void {
  feed.offer([
    {
      position: feed.head.position + 1,
      epoch: 1,
      txid: '1',
      type: 'CHANGED',
      occurredAt: new Date(0),
      actorId: null,
      actorName: null,
      unitId: null,
      programmeId: null,
      subjectType: null,
      subjectId: null,
      audience: EventAudience.EVERYONE,
      tags,
      data: {},
      hash: '',
    },
  ]);
}

const session = new Session(makeActor(), 'vi', () => Promise.resolve({ is: 'valid', actor: makeActor() }));

/** A query that answers what it is told to, when it is told to. */
class Query {
  runs = 0;
  atOnce = 0;
  most = 0;
  answer: unknown = 0;
  run: Partial<LiveRun> = {};
  hold: Promise<void> = Promise.resolve();

  readonly execute = async (): Promise<LiveRun> => {
    this.runs += 1;
    this.atOnce += 1;
    this.most = Math.max(this.most, this.atOnce);
    const { answer, run } = this;
    await this.hold;
    this.atOnce -= 1;
    return { result: { data: { answer } }, dependencies: new Set(['work_item']), mayPass: false, ...run };
  };

  subscribe(key = 'key') {
    // each request comes with a function of its own
    return hub.subscribe({ key, session, execute: () => this.execute() });
  }
}

async function answerOf(iterator: AsyncGenerator<{ data?: unknown }>): Promise<unknown> {
  const step = await iterator.next();
  return step.done === true ? 'over' : (step.value.data as { answer: unknown } | undefined)?.answer;
}

test('all subscribers of a key share its runs; another key has its own', async () => {
  const query = new Query();
  const [first, second, other] = [query.subscribe(), query.subscribe(), query.subscribe('other')];
  await Promise.all([first, second].map(answerOf));
  expect(query.runs).toBe(2);
  expect(hub.size).toBe(2);
  query.answer = 1;
  change('work_item');
  expect(await Promise.all([first, second, other].map(answerOf))).toEqual([1, 1, 0]);
  expect(await answerOf(other)).toBe(1);
  expect(query.runs).toBe(4);
  await Promise.all([first, second, other].map((iterator) => iterator.return()));
});

test('what it does not depend on does not run it', async () => {
  const query = new Query();
  const iterator = query.subscribe();
  await answerOf(iterator);
  change('measurement');
  query.answer = 1;
  change('work_item');
  expect(await answerOf(iterator)).toBe(1);
  expect(query.runs).toBe(2);
  await iterator.return();
});

test('a change during a run is not lost, and no two runs of a group are under way at once', async () => {
  const query = new Query();
  const iterator = query.subscribe();
  await answerOf(iterator);
  for (let round = 1; round <= 5; round++) {
    let release: () => void = () => undefined;
    query.hold = new Promise((resolve) => (release = resolve));
    const before = query.runs;
    change('work_item');
    await until(
      () => query.runs,
      (runs) => runs === before + 1,
    );
    // the run under way has read the old answer
    query.answer = round;
    change('work_item');
    change('work_item');
    query.hold = Promise.resolve();
    release();
    expect(await answerOf(iterator)).toBe(round);
    expect(query.runs).toBe(before + 2);
  }
  expect(query.most).toBe(1);
  await iterator.return();
});

test('a change of something that only the run under way depends on is not lost', async () => {
  const query = new Query();
  const iterator = query.subscribe();
  await answerOf(iterator);
  let release: () => void = () => undefined;
  query.hold = new Promise((resolve) => (release = resolve));
  query.run = { dependencies: new Set(['measurement']) };
  change('work_item');
  await until(
    () => query.runs,
    (runs) => runs === 2,
  );
  query.answer = 1;
  change('measurement');
  release();
  expect(await answerOf(iterator)).toBe(1);
  await iterator.return();
});

test('equal answers are sent once; who was away gets the newest alone', async () => {
  const query = new Query();
  const [slow, fast] = [query.subscribe(), query.subscribe()];
  await Promise.all([slow, fast].map(answerOf));
  for (const answer of [1, 1, 2, 2, 3]) {
    const { runs } = query;
    query.answer = answer;
    change('work_item');
    await until(
      () => query.runs,
      (now) => now > runs,
    );
  }
  await until(
    () => answerOf(fast),
    (answer) => answer === 3,
  );
  expect(await answerOf(slow)).toBe(3);
  await Promise.all([slow, fast].map((iterator) => iterator.return()));
});

test('the last one to leave ends the group, in the middle of a wait, of a run, or before both', async () => {
  const query = new Query();
  const waiting = query.subscribe();
  await answerOf(waiting);
  const parked = answerOf(waiting);
  await waiting.return();
  expect(await parked).toBe('over');
  expect(hub.size).toBe(0);

  query.hold = new Promise(() => undefined);
  const running = query.subscribe();
  const first = answerOf(running);
  await running.return();
  await running.return();
  expect(await first).toBe('over');
  expect(hub.size).toBe(0);

  const never = query.subscribe();
  await never.return();
  expect(hub.size).toBe(0);
});

test('a group runs by the means of those who are there, not of the first who has left', async () => {
  const [early, late] = [new Query(), new Query()];
  early.answer = 'early';
  late.answer = 'late';
  const [first, second] = [early.subscribe(), late.subscribe()];
  expect(await answerOf(first)).toBe('early');
  expect(await answerOf(second)).toBe('early');
  await first.return();
  change('work_item');
  expect(await answerOf(second)).toBe('late');
  expect(early.runs).toBe(1);
  await second.return();
});

test('a run waits until rights that may have changed are read', async () => {
  const query = new Query();
  const iterator = query.subscribe();
  await answerOf(iterator);
  let settle: () => void = () => undefined;
  const stop = hub.onRightsChange(() => new Promise((resolve) => (settle = resolve)));
  change('account_role', 'work_item');
  query.answer = 'with the rights of before';
  await Promise.resolve();
  expect(query.runs).toBe(1);
  query.answer = 'with the rights of now';
  settle();
  expect(await answerOf(iterator)).toBe('with the rights of now');
  stop();
  await iterator.return();
});

test('an answer that is ready is not given while rights are being read, and not at all when the connection ends by them', async () => {
  const query = new Query();
  const iterator = query.subscribe();
  await answerOf(iterator);
  let settle: () => void = () => undefined;
  const stop = hub.onRightsChange(async () => {
    await new Promise<void>((resolve) => (settle = resolve));
    await iterator.return();
  });
  const other = query.subscribe();
  await answerOf(other);
  query.answer = 1;
  change('work_item');
  // the one is told, the answer is ready for the other
  expect(await answerOf(other)).toBe(1);
  change('access_token');
  const next = answerOf(iterator);
  settle();
  expect(await next).toBe('over');
  stop();
  await other.return();
});

test('a failure that may pass is told once, and tried again without a change', async () => {
  const query = new Query();
  const failure = (id: string) => ({
    result: {
      data: null,
      errors: [new GraphQLError(`Error ${id}`, { extensions: { code: 'INTERNAL', errorId: id } })],
    },
    dependencies: new Set<string>(),
    mayPass: true,
  });
  query.run = failure('1');
  const iterator = query.subscribe();
  expect((await iterator.next()).value).toMatchObject({ data: null });
  query.run = failure('2');
  await until(
    () => query.runs,
    (runs) => runs >= 2,
  );
  query.run = {};
  query.answer = 'mended';
  expect(await answerOf(iterator)).toBe('mended');
  await iterator.return();
});

describe('the rights of a connection', () => {
  test('a change while they are being read is seen: they are read again', async () => {
    const answers: ((is: 'valid' | 'revoked') => void)[] = [];
    const slow = new Session(makeActor(), 'vi', async () => {
      const is = await new Promise<'valid' | 'revoked'>((resolve) => answers.push(resolve));
      return is === 'valid' ? { is, actor: makeActor() } : { is };
    });
    const first = slow.refresh();
    // what is being read was taken before this change
    const second = slow.refresh();
    const third = slow.refresh();
    answers[0]!('valid');
    expect(await first).toBe('same');
    await until(
      () => answers.length,
      (count) => count === 2,
    );
    let settled = false;
    const settling = slow.settled().then(() => (settled = true));
    await Promise.resolve();
    expect(settled).toBe(false);
    answers[1]!('revoked');
    expect([await second, await third]).toEqual(['revoked', 'revoked']);
    await settling;
    expect(answers).toHaveLength(2);
  });

  test('after a reading that failed the next one works', async () => {
    let fails = true;
    const shaky = new Session(makeActor(), 'vi', () =>
      fails ? Promise.reject(new Error('no database')) : Promise.resolve({ is: 'expired' }),
    );
    await expect(shaky.refresh()).rejects.toThrow('no database');
    fails = false;
    expect(await shaky.refresh()).toBe('expired');
  });
});
