import { Client } from 'pg';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrate';
import { migrateJobs } from '../../src/platform/database/migrate-jobs';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { until } from '../support/until';

let own: TestDatabase;
let other: Client;

beforeEach(async () => {
  own = await openTestDatabase();
  other = new Client({ ...own.target });
  await other.connect();
});

afterEach(async () => {
  await other.end();
  await own.close();
});

const ENDED = 'terminating connection due to administrator command';
const SESSIONS = 'from pg_stat_activity where datname = current_database()';

test('a migration whose guarding session is ended meanwhile is refused, and the process lives', async () => {
  const holding = own.dataSource.createQueryRunner();
  await holding.startTransaction();
  await holding.query('lock table migration in access exclusive mode');
  const migrating = expect(migrate(own.dataSource, own.target)).rejects.toThrow(ENDED);
  await until(
    () => other.query(`select ${SESSIONS} and wait_event_type = 'Lock'`),
    ({ rowCount }) => rowCount === 1,
  );
  await other.query(`select pg_terminate_backend(pid) ${SESSIONS} and application_name = 'tiendo migrate'`);
  await migrating;
  await holding.rollbackTransaction();
  await holding.release();
});

test('migrations of the queue whose session is ended at whatever moment fail at most, and the process lives', async () => {
  for (let round = 0; round < 20; round += 1) {
    const migrating = migrateJobs(own.target).then(
      () => true,
      () => true,
    );
    // over and over until it has ended, between its statements and beside them
    await until(
      async () => {
        await other.query(`select pg_terminate_backend(pid) ${SESSIONS} and application_name = 'tiendo migrate jobs'`);
        return Promise.race([migrating, new Promise<false>((resolve) => setImmediate(resolve, false))]);
      },
      (isOver) => isOver,
    );
  }
});

test('a plan whose session is ended while it is asked for fails, and the next one is there', async () => {
  const database = new Database(own.dataSource, own.target, () => undefined);
  const ending = { text: 'select 1; select pg_terminate_backend(pg_backend_pid())', values: [], isExpensive: false };
  await expect(database.explain(ending)).rejects.toThrow(ENDED);
  expect(await database.explain({ ...ending, text: 'select 1' })).toHaveLength(1);
  await database.close();
});
