import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { type BuiltProgram, buildProgram, type ChildProgram, urlOf } from '../support/processes/child-program';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { EventWriter } from '../support/event-writer';
import { followEvents } from '../support/sockets/follow-events';
import { checkSequence } from '../support/sockets/sequence-check';
import { isBroken, makeSubmissions, storedReceipts, type Submission, submit } from '../support/submissions';
import { DEMO_TEMPLATE } from '../support/test-server';
import { until } from '../support/until';
import { sized } from '../support/size';

const ROLLING_RESTARTS = sized(2, 10);
const ITEMS = 5_000;

let built: BuiltProgram;

beforeAll(async () => {
  built = await buildProgram();
}, 60_000);

afterAll(() => built.remove());

/** Asks over a connection of its own, so that each worker has its turn. */
async function ask(url: string): Promise<{ status: number; body: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { agent: false }, resolve).once('error', reject);
  });
  return { status: response.statusCode!, body: await text(response) };
}

/** The processes that answer. */
async function answering({ url }: ChildProgram): Promise<number[]> {
  const pids = new Set<number>();
  for (let turn = 0; turn < 4; turn++) {
    const { body } = await ask(`${url}/metrics`);
    pids.add(Number(/^tiendo_log_position\{pid="(\d+)"\}/m.exec(body)![1]));
  }
  for (let turn = 0; turn < 2; turn++) expect((await ask(`${url}/readyz`)).status).toBe(200);
  return [...pids];
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('two workers on a database that is there', () => {
  let target: TestTarget;
  let drop: () => Promise<void>;
  let view: DatabaseView;
  let cluster: ChildProgram;
  const ending = new AbortController();

  beforeAll(async () => {
    ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
    view = await DatabaseView.open(target);
    cluster = await built.startCluster({ DATABASE_URL: urlOf(target), PROCESSES: '2', DRAIN_SECONDS: '0.2' });
  }, 60_000);

  afterAll(async () => {
    ending.abort();
    await cluster.kill();
    await view.close();
    await drop();
  });

  /** The workers once there are two, none of them among the old ones. */
  function workers(old: readonly number[] = []): Promise<number[]> {
    return until(
      () => answering(cluster),
      (pids) => pids.length === 2 && pids.every((pid) => !old.includes(pid)),
    );
  }

  test('both answer on one port; one that is killed is replaced', async () => {
    const before = await workers();
    process.kill(before[0]!, 'SIGKILL');
    const after = await until(
      // a connection that the killed one had is broken, none is left waiting
      () => answering(cluster).catch((): number[] => []),
      (pids) => pids.length === 2 && !pids.includes(before[0]!),
    );
    expect(after).toContain(before[1]);
  });

  test('rolling restarts under a writer and a follower: nothing acknowledged is lost, no gap, no repeat', async () => {
    const submissions = await makeSubmissions(view, ITEMS);
    const [inspector, reporter] = [await cluster.as('inspector'), await cluster.as('reporter')];
    const start = (await inspector.ask('{ viewer { id } }')).extensions!.cursor!;
    const following = followEvents(() => cluster.url, inspector.token!, start, ending.signal);
    let isOver = false;
    const writing = write(cluster.url, reporter.token!, submissions, () => isOver);

    for (let round = 0; round < ROLLING_RESTARTS; round++) {
      const old = await workers();
      cluster.signal('SIGHUP');
      await until(
        () => old.filter(isRunning),
        (left) => left.length === 0,
      );
    }
    isOver = true;
    const acknowledged = await writing;
    const writer = await EventWriter.open(target);
    await writer.write({ type: 'ENDED' });
    await writer.close();
    const followed = await following;

    const written = await view.rows<{ cursor: string }>(
      `select epoch || '.' || position as cursor from event_log where position > $1 order by position`,
      [start.split('.')[1]],
    );
    const names = written.map(({ cursor }) => cursor);
    expect(checkSequence(names, followed, start)).toEqual({
      missing: 0,
      repeated: 0,
      disordered: 0,
      broken: 0,
    });
    expect(await storedReceipts(view)).toEqual(acknowledged.sort());
    expect(acknowledged.length).toBeGreaterThan(ROLLING_RESTARTS);
    expect(names).toHaveLength(acknowledged.length + 1);
  }, 400_000);

  test('a stop drains both and ends with code 0', async () => {
    const running = await workers();
    expect(await cluster.stop()).toBe(0);
    expect(running.filter(isRunning)).toEqual([]);
  });
});

/** Submits one after the other until it is over; gives the receipts. What gets no answer is sent again under its key. */
async function write(url: string, token: string, submissions: Submission[], isOver: () => boolean): Promise<string[]> {
  const receipts: string[] = [];
  while (!isOver()) {
    try {
      receipts.push(await submit(url, token, submissions[receipts.length]!));
    } catch (error) {
      if (!isBroken(error)) throw error;
    }
  }
  return receipts;
}

test('without DATABASE_URL the primary starts the bundled database for its workers, and stops it after them', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tiendo-cluster-'));
  // as root the database runs as another user: in a closed folder its data would be placed elsewhere, and stay there
  await chmod(dataDir, 0o755);
  const cluster = await built.startCluster({ DATA_DIR: dataDir, PROCESSES: '2', DRAIN_SECONDS: '0' });
  await until(
    () => answering(cluster),
    (pids) => pids.length === 2,
  );
  expect((await (await cluster.as('secretariat')).ask('{ workItem(code: "07-01") { title } }')).errors).toBeUndefined();
  expect(await cluster.stop()).toBe(0);
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
  await rm(dataDir, { recursive: true });
}, 60_000);
