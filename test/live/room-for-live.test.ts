import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber, type Subscription } from '../support/sockets/subscriber';
import { until } from '../support/until';

let program: TestProgram;
const open: Subscriber[] = [];

beforeAll(async () => {
  program = await startTestProgram();
});

afterAll(async () => {
  await Promise.all(open.map((subscriber) => subscriber.close()));
  await program.close();
});

function connect(token: string | null, language = 'vi'): Subscriber {
  const subscriber = new Subscriber(program.url, token, language);
  open.push(subscriber);
  return subscriber;
}

/** A live query that takes some 4.2 MB while it is open: documents count as parsed, at 70 bytes a character. Of sixteen the last finds no room for its answer. */
const FILLING = 15;
const large = (index: number, size = 60_000): string =>
  `subscription { live { workItem(code: "07-01") { code } } } # ${index}${'.'.repeat(size)}`;

/** What a subscription begins with: an answer, or the extensions of what refuses it. */
async function beginning({ messages }: Subscription<unknown>): Promise<unknown> {
  return messages.next().then(
    ({ errors }) => errors?.[0] ?? 'an answer',
    (error: Error) => (error.cause as unknown[])[0],
  );
}

const refused = expect.objectContaining({
  message:
    'The live queries of this account hold too much data (at most 64 MB). Close some of them, select fewer fields, or let several share one document.',
  extensions: expect.objectContaining({ code: 'RATE_LIMITED', limit: 'liveMegabytes', value: 64 }) as unknown,
}) as unknown;

test('what the live queries of one account hold is bounded, on however many sockets; shared ones count once, closed ones no longer, and others have their own room', async () => {
  const { token } = await program.as('analyst');
  const others = await program.as('inspector');
  const subscriptions: Subscription<unknown>[] = [];
  for (let index = 0; index < FILLING; index++) {
    const subscription = connect(token, 'en').subscribe<unknown>(large(index));
    subscriptions.push(subscription);
    expect(await beginning(subscription)).toBe('an answer');
  }
  const tooMany = connect(token, 'en').subscribe(large(FILLING));
  expect(await beginning(tooMany)).toEqual(refused);
  expect(await beginning(connect(token, 'en').subscribe(large(0)))).toBe('an answer');
  expect(await beginning(connect(others.token, 'en').subscribe(large(FILLING)))).toBe('an answer');

  tooMany.complete();
  subscriptions[1]!.complete();
  const another = connect(token, 'en');
  const found = await until(
    async () => {
      const tried = another.subscribe(large(FILLING + 1));
      const begun = await beginning(tried);
      if (begun !== 'an answer') tried.complete();
      return begun;
    },
    (begun) => begun === 'an answer',
  );
  expect(found).toBe('an answer');
});

test('heartbeats count, too: each document of its own is held', async () => {
  const { token } = await program.as('head');
  const subscriber = connect(token, 'en');
  const beat = (index: number): string =>
    large(index).replace('live { workItem(code: "07-01") { code } }', 'heartbeat { today }');
  for (let index = 0; index <= FILLING; index++)
    expect(await beginning(subscriber.subscribe(beat(index)))).toBe('an answer');
  expect(await beginning(subscriber.subscribe(beat(FILLING + 1)))).toEqual(refused);
});

test('an answer for which there is no room left says so, and the subscription goes on', async () => {
  const { token } = await program.as('secretariat');
  const subscriber = connect(token, 'en');
  for (let index = 0; index < FILLING; index++) {
    expect(await beginning(subscriber.subscribe(large(index)))).toBe('an answer');
  }
  // what is left takes the next document, of 0.1 MB, but not its answer of 0.3 MB, which is held twice
  expect(await beginning(subscriber.subscribe(large(FILLING, 52_000)))).toBe('an answer');
  const aliases = Array.from({ length: 60 }, (_, index) => `a${index}: workItems(first: 40) { nodes { title } }`);
  const wide = `subscription { live { ${aliases.join(' ')} } }`;
  expect(await beginning(subscriber.subscribe(wide))).toEqual(refused);
});
