import { dataSourceOn } from '../../src/open-data-source';
import { Database } from '../../src/platform/database/database';
import { verifyChain } from '../../src/platform/event-log/verify-chain';
import { ApiClient } from '../support/api-client';
import { type BuiltProgram, buildProgram, type ChildProgram } from '../support/processes/child-program';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { followEvents } from '../support/sockets/follow-events';
import { makeAccount } from '../support/made/made-account';
import { changeProgress } from '../support/report-steps';
import { checkSequence } from '../support/sockets/sequence-check';
import { isBroken, makeSubmissions, storedReceipts, submit } from '../support/submissions';
import { Subscriber } from '../support/sockets/subscriber';
import { DEMO_TEMPLATE } from '../support/test-server';
import { sized } from '../support/size';

const WRITERS = 8;
const ITEMS = sized(50, 250);
/** The program is killed whenever so many submissions have been acknowledged. */
const KILLS = sized([30, 70], [60, 170, 290, 410]);

let built: BuiltProgram;
let target: TestTarget;
let drop: () => Promise<void>;
let view: DatabaseView;
let ending: AbortController;

beforeAll(async () => {
  built = await buildProgram();
}, 120_000);

beforeEach(async () => {
  ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  view = await DatabaseView.open(target);
  ending = new AbortController();
});

afterEach(async () => {
  ending.abort();
  await view.close();
  await drop();
});

afterAll(() => built.remove());

/** Several reporters of the unit, and a token for one who reads the log. */
async function makeTokens(): Promise<{ reporters: string[]; inspector: string }> {
  const nowhere = { url: '' };
  const make = (role: 'REPORTER' | 'INSPECTOR') =>
    makeAccount(nowhere, view, { roles: [role === 'REPORTER' ? { role, unit: 'so-tttt' } : { role }] });
  const reporters = [];
  for (let index = 0; index < WRITERS; index++) reporters.push((await make('REPORTER')).token);
  return { reporters, inspector: (await make('INSPECTOR')).token };
}

test('killed again and again under 8 writers: every acknowledged submission is there exactly once, with its receipt', async () => {
  const submissions = await makeSubmissions(view, ITEMS);
  const { reporters, inspector } = await makeTokens();
  let child = await built.start(target);
  const start = (await new ApiClient(child.url, inspector).ask('{ viewer { id } }')).extensions!.cursor!;
  const following = followEvents(() => child.url, inspector, start, ending.signal);

  const receipts = new Map<string, string>();
  const unanswered = new Set<string>();
  // who submits what is fixed: a key belongs to an account
  const queues = reporters.map((_, writer) => submissions.filter((_submission, index) => index % WRITERS === writer));

  /** Submits until the program is gone or everything is done. */
  const write = async (writer: number, until: number): Promise<void> => {
    for (const submission of queues[writer]!) {
      if (receipts.has(submission.key)) continue;
      const { url } = child;
      try {
        receipts.set(submission.key, await submit(url, reporters[writer]!, submission));
      } catch (error) {
        if (!isBroken(error)) throw error;
        unanswered.add(submission.key);
        return;
      }
      if (receipts.size === until) await child.kill();
    }
  };

  for (const kill of [...KILLS, Infinity]) {
    await Promise.all(queues.map((_, writer) => write(writer, kill)));
    if (kill !== Infinity) child = await built.start(target);
  }
  expect(receipts.size).toBe(submissions.length);
  expect(unanswered.size).toBeGreaterThan(0);

  // once more, all of them: the first answer again
  const again = await Promise.all(
    queues.map(async (queue, writer) => {
      const found: [string, string][] = [];
      for (const submission of queue)
        found.push([submission.key, await submit(child.url, reporters[writer]!, submission)]);
      return found;
    }),
  );
  expect(new Map(again.flat())).toEqual(receipts);
  const stored = await storedReceipts(view);
  expect(stored).toEqual([...receipts.values()].sort());

  const writer = await EventWriter.open(target);
  await writer.write({ type: 'ENDED' });
  await writer.close();
  const received = await following;
  await expectWholeLog(received, start);
  const logged = await view.rows<{ code: string }>(
    `select data->>'receiptCode' as code from event_log where type = 'PROGRESS_REPORT_SUBMITTED' and data->>'workItem' like '07-K%' order by 1`,
  );
  expect(logged.map(({ code }) => code)).toEqual(stored);
  expect(await child.stop()).toBe(0);
}, 180_000);

async function expectWholeLog(received: Parameters<typeof checkSequence>[1], start: string): Promise<void> {
  const positions = await view.rows<{ name: string; position: number }>(
    `select epoch || '.' || position as name, position::integer from event_log order by position`,
  );
  expect(positions.map(({ position }) => position)).toEqual(positions.map((_, index) => index + 1));
  expect(await view.rows('select from outbox')).toEqual([]);
  const names = positions.map(({ name }) => name).slice(Number(start.split('.')[1]));
  expect(checkSequence(names, received, start)).toEqual({ missing: 0, repeated: 0, disordered: 0, broken: 0 });
  const database = new Database(await dataSourceOn(target).initialize(), target, () => undefined);
  const chain = await verifyChain(database);
  await database.close();
  expect(chain).toMatchObject({ faults: [], events: positions.length });
}

test('of two processes on one database one is killed: the other goes on, and takes over the followers of the first', async () => {
  const { inspector } = await makeTokens();
  const [first, second] = await Promise.all([built.start(target), built.start(target)]);
  let serving: ChildProgram = first;
  const start = (await new ApiClient(first.url, inspector).ask('{ viewer { id } }')).extensions!.cursor!;
  const following = followEvents(() => serving.url, inspector, start, ending.signal);
  const watching = new Subscriber(second.url, inspector);
  const { messages } = watching.subscribe<{ live: { workItem: { percentComplete: number } } }>(
    'subscription { live { workItem(code: "07-01") { percentComplete } } }',
  );
  await messages.next();
  await changeProgress(first, 70);
  await messages.nextUntil(({ data }) => data.live.workItem.percentComplete === 70);
  serving = second;
  await first.kill();
  await changeProgress(second, 71);
  await messages.nextUntil(({ data }) => data.live.workItem.percentComplete === 71);
  const writer = await EventWriter.open(target);
  await writer.write({ type: 'ENDED' });
  await writer.close();
  await expectWholeLog(await following, start);
  await watching.close();
  expect(await second.stop()).toBe(0);
}, 120_000);
