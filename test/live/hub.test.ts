import type { Database } from '../../src/platform/database/database';
import { EventAudience } from '../../src/platform/event-log/event-audience';
import { EventFeed } from '../../src/platform/event-log/event-feed';
import type { LiveRun } from '../../src/platform/live/live-group';
import { LiveHub } from '../../src/platform/live/live-hub';
import type { Unsubscribe } from '../../src/platform/live/sink';
import { MadeSink } from '../support/sockets/made-sink';
import { until } from '../support/until';

const errors: unknown[] = [];
const noDatabase = {
  query: () => Promise.reject(new Error('Nothing is to be read from the log here.')),
} as unknown as Database;

const RIGHTS = { tags: ['account', 'account_role', 'access_token'], accountType: 'Account' };

let feed: EventFeed;
let hub: LiveHub;

beforeEach(() => {
  feed = new EventFeed(noDatabase, (error) => errors.push(error));
  hub = new LiveHub({ feed, hasReached: () => Promise.resolve(true) }, RIGHTS, (error) => errors.push(error));
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

interface Answered {
  readonly data?: { answer: unknown } | null;
  readonly extensions: { hash: string; base?: string; patch?: object[]; unchanged?: boolean };
}

class Subscribed extends MadeSink<Answered> {
  leave: Unsubscribe = () => undefined;

  async answer(): Promise<unknown> {
    return (await this.messages.next()).data?.answer;
  }
}

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
    const cursor = feed.head;
    await this.hold;
    this.atOnce -= 1;
    const data = Buffer.from(JSON.stringify({ answer }));
    return { data, cursor, dependencies: new Set(['work_item']), isTransient: false, ...run };
  };

  subscribe(key = 'key', wishes: { knownHash?: string; takesPatches?: boolean } = {}): Subscribed {
    const sink = new Subscribed();
    const member = { sink, knownHash: null, takesPatches: false, ...wishes };
    sink.leave = hub.subscribe({ key, query: '', variables: {} }, this.execute, member);
    return sink;
  }

  /** Holds further runs until the function given is called. */
  holdRuns(): () => void {
    let release: () => void = () => undefined;
    this.hold = new Promise((resolve) => (release = resolve));
    return release;
  }
}

test('all subscribers of a key share its runs and its very bytes; another key has its own', async () => {
  const query = new Query();
  const [first, second, other] = [query.subscribe(), query.subscribe(), query.subscribe('other')];
  await Promise.all([first, second, other].map((sink) => sink.answer()));
  expect(query.runs).toBe(2);
  expect(hub.sizes.live).toBe(2);
  query.answer = 1;
  change('work_item');
  expect(await Promise.all([first, second, other].map((sink) => sink.answer()))).toEqual([1, 1, 1]);
  expect(query.runs).toBe(4);
  expect(second.latest).toBe(first.latest);
  for (const { leave } of [first, second, other]) leave();
});

test('what it does not depend on does not run it', async () => {
  const query = new Query();
  const sink = query.subscribe();
  await sink.answer();
  change('measurement');
  query.answer = 1;
  change('work_item');
  expect(await sink.answer()).toBe(1);
  expect(query.runs).toBe(2);
  sink.leave();
});

test('what the answer holds already does not run it again', async () => {
  const query = new Query();
  const sink = query.subscribe();
  await sink.answer();
  query.answer = 1;
  query.run = { cursor: { epoch: 1, position: 2 } };
  change('work_item');
  expect(await sink.answer()).toBe(1);
  change('work_item');
  query.answer = 2;
  query.run = {};
  change('work_item');
  expect(await sink.answer()).toBe(2);
  expect(query.runs).toBe(3);
  sink.leave();
});

test('a change during a run is not lost, and no two runs of a group are under way at once', async () => {
  const query = new Query();
  const sink = query.subscribe();
  await sink.answer();
  for (let round = 1; round <= 5; round++) {
    const release = query.holdRuns();
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
    expect(await sink.answer()).toBe(round);
    expect(query.runs).toBe(before + 2);
  }
  expect(query.most).toBe(1);
  sink.leave();
});

test('a change of something that only the run under way depends on is not lost', async () => {
  const query = new Query();
  const sink = query.subscribe();
  await sink.answer();
  const release = query.holdRuns();
  query.run = { dependencies: new Set(['measurement']) };
  change('work_item');
  await until(
    () => query.runs,
    (runs) => runs === 2,
  );
  query.answer = 1;
  change('measurement');
  release();
  expect(await sink.answer()).toBe(1);
  sink.leave();
});

test('equal answers are sent once; who is behind gets the newest alone when it has caught up', async () => {
  const query = new Query();
  const [slow, fast] = [query.subscribe(), query.subscribe()];
  await Promise.all([slow, fast].map((sink) => sink.answer()));
  slow.fallBehind();
  for (const answer of [1, 1, 2, 2, 3]) {
    const { runs } = query;
    query.answer = answer;
    change('work_item');
    await until(
      () => query.runs,
      (now) => now > runs,
    );
  }
  const received = [await fast.answer(), await fast.answer(), await fast.answer()];
  expect(received).toEqual([1, 2, 3]);
  expect(slow.messages.all).toHaveLength(1);
  slow.catchUp();
  expect(await slow.answer()).toBe(3);
  for (const { leave } of [slow, fast]) leave();
});

test('the last one to leave ends the group: after an answer, in the middle of a run, or before both', async () => {
  const query = new Query();
  const answered = query.subscribe();
  await answered.answer();
  answered.leave();
  expect(hub.sizes.live).toBe(0);

  const release = query.holdRuns();
  const running = query.subscribe();
  running.leave();
  running.leave();
  release();
  expect(hub.sizes.live).toBe(0);
  expect(running.messages.all).toEqual([]);
});

test('a run waits until rights that may have changed are read', async () => {
  const query = new Query();
  const sink = query.subscribe();
  await sink.answer();
  let settle: () => void = () => undefined;
  const stop = hub.rights.onChange(() => new Promise((resolve) => (settle = resolve)));
  change('account_role', 'work_item');
  query.answer = 'with the rights of before';
  await Promise.resolve();
  expect(query.runs).toBe(1);
  query.answer = 'with the rights of now';
  settle();
  expect(await sink.answer()).toBe('with the rights of now');
  stop();
  sink.leave();
});

test('an answer that is ready is not given while rights are being read, and not at all when the connection ends by them', async () => {
  const query = new Query();
  const [ends, stays] = [query.subscribe(), query.subscribe()];
  await Promise.all([ends, stays].map((sink) => sink.answer()));
  let settle: () => void = () => undefined;
  const stop = hub.rights.onChange(async () => {
    await new Promise<void>((resolve) => (settle = resolve));
    ends.leave();
  });
  const release = query.holdRuns();
  query.answer = 1;
  change('work_item');
  await until(
    () => query.runs,
    (runs) => runs === 2,
  );
  change('access_token');
  release();
  settle();
  expect(await stays.answer()).toBe(1);
  expect(ends.messages.all).toHaveLength(1);
  stop();
  stays.leave();
});

test('a change of rights says whose they are, when its event says so', async () => {
  const heard: unknown[] = [];
  const stop = hub.rights.onChange((accounts) => Promise.resolve(void heard.push(accounts)));
  change('access_token');
  hub.rights.note([
    { tags: ['access_token'], subjectType: 'Account', subjectId: 'a' },
    { tags: ['work_item'], subjectType: 'WorkItem', subjectId: 'w' },
  ] as never);
  await hub.rights.settled();
  expect(heard).toEqual([null, new Set(['a'])]);
  stop();
});

test('a failure that may pass is told once, and tried again without a change', async () => {
  const query = new Query();
  const failure = (id: string): Partial<LiveRun> => ({
    data: Buffer.from('null'),
    errors: [{ message: `Error ${id}`, extensions: { code: 'INTERNAL', errorId: id } }],
    dependencies: new Set<string>(),
    isTransient: true,
  });
  query.run = failure('1');
  const sink = query.subscribe();
  expect(await sink.messages.next()).toMatchObject({ data: null, errors: [{ message: 'Error 1' }] });
  query.run = failure('2');
  await until(
    () => query.runs,
    (runs) => runs >= 2,
  );
  query.run = {};
  query.answer = 'mended';
  expect(await sink.answer()).toBe('mended');
  sink.leave();
});

describe('who says what it has', () => {
  test('and still has the right answer gets no data, then goes on as everybody', async () => {
    const query = new Query();
    const before = query.subscribe();
    const { hash } = (await before.messages.next()).extensions;
    before.leave();
    const again = query.subscribe('key', { knownHash: hash });
    const acknowledged = await again.messages.next();
    expect(acknowledged).toEqual({ extensions: { cursor: '1.0', hash, unchanged: true } });
    query.answer = 1;
    change('work_item');
    expect(await again.answer()).toBe(1);
    again.leave();
  });

  test('and has another one gets the whole answer', async () => {
    const query = new Query();
    const sink = query.subscribe('key', { knownHash: 'of another answer' });
    expect(await sink.answer()).toBe(0);
    sink.leave();
  });
});

describe('patches', () => {
  const list = (length: number) => Array.from({ length }, (_, index) => ({ code: `07-${index}`, percent: index }));

  test('go to those who ask for them, when they have the answer before; others get the whole', async () => {
    const query = new Query();
    query.answer = list(30);
    const [patched, whole] = [query.subscribe('key', { takesPatches: true }), query.subscribe()];
    const first = await patched.messages.next();
    await whole.messages.next();
    query.answer = list(30).map((entry, index) => (index === 7 ? { ...entry, percent: 99 } : entry));
    change('work_item');
    const { extensions, ...rest } = await patched.messages.next();
    expect(rest).toEqual({});
    expect(extensions).toMatchObject({
      base: first.extensions.hash,
      patch: [{ op: 'replace', path: '/answer/7/percent', value: 99 }],
    });
    const full = await whole.messages.next();
    expect(full.data).toEqual({ answer: query.answer });
    expect(full.extensions.hash).toBe(extensions.hash);
    expect(full.extensions.patch).toBeUndefined();
    for (const { leave } of [patched, whole]) leave();
  });

  test('are not sent to who has missed an answer', async () => {
    const query = new Query();
    query.answer = list(30);
    const [slow, fast] = [query.subscribe('key', { takesPatches: true }), query.subscribe()];
    await Promise.all([slow, fast].map((sink) => sink.messages.next()));
    slow.fallBehind();
    for (const percent of [98, 99]) {
      query.answer = list(30).map((entry, index) => (index === 7 ? { ...entry, percent } : entry));
      change('work_item');
      await fast.messages.next();
    }
    slow.catchUp();
    expect(await slow.answer()).toEqual(query.answer);
    for (const { leave } of [slow, fast]) leave();
  });

  test('are not sent where the whole answer is not much longer', async () => {
    const query = new Query();
    query.answer = list(30);
    const sink = query.subscribe('key', { takesPatches: true });
    await sink.messages.next();
    query.answer = list(30).reverse();
    change('work_item');
    expect(await sink.answer()).toEqual(query.answer);
    sink.leave();
  });
});
