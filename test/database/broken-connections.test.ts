import { Client } from 'pg';
import { Database } from '../../src/platform/database/database';
import { migrate } from '../../src/platform/database/migrate';
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

test('a plan whose session is ended while it is asked for fails, and the next one is there', async () => {
  const database = new Database(own.dataSource, own.target, () => undefined);
  const ending = { text: 'select 1; select pg_terminate_backend(pg_backend_pid())', values: [], isExpensive: false };
  await expect(database.explain(ending)).rejects.toThrow(ENDED);
  expect(await database.explain({ ...ending, text: 'select 1' })).toHaveLength(1);
  await database.close();
});
