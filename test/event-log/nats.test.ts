import { connect } from '@nats-io/transport-node';
import { NatsBus } from '../../src/platform/event-log/nats-bus';
import { cloneDatabase, type TestTarget } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { LogProcess, NEVER_MS, upTo } from '../support/processes/log-process';
import { describeWithNats, NatsServer } from '../support/processes/nats-server';
import { until } from '../support/until';

describeWithNats('NATS as the bus', () => {
  let target: TestTarget;
  let drop: () => Promise<void>;
  let view: DatabaseView;
  let nats: NatsServer;
  const running: LogProcess[] = [];

  beforeEach(async () => {
    ({ target, drop } = await cloneDatabase());
    view = await DatabaseView.open(target);
    nats = await NatsServer.start();
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map((process) => process.stop()));
    await nats.kill();
    await view.close();
    await drop();
  });

  async function start(pollMs: number, on = target, url = nats.url): Promise<LogProcess> {
    const process = await LogProcess.start(on, (database, onError) => new NatsBus(url, database, onError), pollMs);
    running.push(process);
    return process;
  }

  /** Writes at one until the other, which does not poll, hears of it: it is connected then. */
  async function writeUntilHeard(from: LogProcess, at: LogProcess): Promise<void> {
    const before = at.delivered.length;
    await until(
      () => from.write().then(() => at.delivered.length),
      (count) => count > before,
    );
  }

  test('events come to the other process without any poll, both ways, and nobody listens at the database', async () => {
    const [first, second] = [await start(NEVER_MS), await start(NEVER_MS)];
    await writeUntilHeard(first, second);
    await writeUntilHeard(second, first);
    await Promise.all([first.write(20), second.write(20)]);
    const { position } = await view.row<{ position: number }>('select position::integer from log_head');
    for (const process of [first, second]) {
      await process.reaches(position);
      expect(process.delivered).toEqual(upTo(position));
      expect(process.errors).toEqual([]);
    }
    const listening = await view.rows(
      `select from pg_stat_activity where datname = current_database() and application_name = 'tiendo listen'`,
    );
    expect(listening).toEqual([]);
  });

  test('killed and started again: the poll carries the log meanwhile, then words come again, and nothing is lost', async () => {
    const [writer, polling, listening] = [await start(200), await start(200), await start(NEVER_MS)];
    await writeUntilHeard(writer, listening);
    // the word of the last write may still be on its way
    await listening.reaches(writer.log.feed.head.position);
    const heardBefore = listening.delivered.length;
    await nats.kill();
    await writer.write(10);
    await polling.reaches(writer.log.feed.head.position);
    expect(listening.delivered).toHaveLength(heardBefore);

    nats = await NatsServer.start(nats.port);
    await writeUntilHeard(writer, listening);
    const { position } = writer.log.feed.head;
    for (const process of running) {
      await process.reaches(position);
      expect(process.delivered).toEqual(upTo(position));
      expect(process.errors.filter((message) => !message.startsWith('NATS is away'))).toEqual([]);
      expect(process.errors.length).toBeGreaterThan(0);
    }
  });

  test('away from the beginning, NATS holds up neither the start nor the stop', async () => {
    await nats.kill();
    const process = await start(200);
    await process.write(3);
    expect(process.delivered).toEqual(upTo(3));
    await until(
      () => process.errors,
      ([message]) => message?.startsWith('NATS is away, the log is polled:') === true,
    );
    await process.stop();
    running.splice(0);
  });

  test('of several addresses one that answers is enough; name and password may stand in it', async () => {
    await nats.kill();
    nats = await NatsServer.start(null, ['--user', 'tiendo', '--pass', 'mật khẩu:@/']);
    const urls = `nats://127.0.0.1:1,nats://tiendo:${encodeURIComponent('mật khẩu:@/')}@127.0.0.1:${nats.port}`;
    const [first, second] = [await start(NEVER_MS, target, urls), await start(NEVER_MS, target, urls)];
    await writeUntilHeard(first, second);
  });

  test('installations that share one NATS do not hear each other; what is no word is passed over', async () => {
    const other = await cloneDatabase();
    const [first, second, stranger] = [
      await start(NEVER_MS),
      await start(NEVER_MS),
      await start(NEVER_MS, other.target),
    ];
    const watching = await connect({ servers: `127.0.0.1:${nats.port}` });
    const subjects = new Set<string>();
    watching.subscribe('>', {
      callback: (_error, { subject }) => {
        subjects.add(subject);
      },
    });
    await writeUntilHeard(first, second);
    await until(
      () => subjects.size,
      (size) => size === 1,
    );
    const [subject] = subjects;
    expect(subject).toMatch(/^tiendo\.log\.\d{19}\.\d+$/);
    for (const text of ['', 'x', '{"epoch":1,"last":"all"}', '{"epoch":1,"last":9007199254740991}']) {
      watching.publish(subject!, text);
    }
    await watching.flush();
    await writeUntilHeard(first, second);
    expect(second.delivered).toEqual(upTo(second.delivered.length));
    expect(stranger.delivered).toEqual([]);
    expect(running.flatMap(({ errors }) => errors)).toEqual([]);
    await watching.close();
    await running.pop()!.stop();
    await other.drop();
  });
});
