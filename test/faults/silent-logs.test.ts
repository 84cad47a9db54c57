import { Client } from 'pg';
import { createLogger } from '../../src/platform/observability/logger';
import { Database } from '../../src/platform/database/database';
import { openTestDatabase, type TestDatabase } from '../support/database';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { until } from '../support/until';

describe('a program whose database fails', () => {
  const lines: string[] = [];
  let program: TestProgram;
  let view: DatabaseView;

  beforeAll(async () => {
    program = await startTestProgram({ onLog: (line) => lines.push(line) });
    view = await DatabaseView.open(program.target);
  });

  afterAll(async () => {
    await view.close();
    await program.close();
  });

  test('says in its log that a password could not be reset, and nothing of the password', async () => {
    const admin = await program.as('admin');
    const { id } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
    await view.rows(`insert into account_secret (account_id, password_hash) values ($1, 'none')`, [id]);
    const holder = new Client(program.target);
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from account_secret where account_id = $1 for update', [id]);
    const answer = admin.ask<null>(
      `mutation ($id: ID!) { resetPassword(input: { accountId: $id }) { password userErrors { code } } }`,
      { id: `ac_${id}` },
    );
    await until(
      () =>
        view.rows(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and application_name = 'tiendo'`,
        ),
      (ended) => ended.length > 0,
    );
    expect((await answer).errors).toMatchObject([{ extensions: { code: 'UNAVAILABLE' } }]);
    await holder.query('rollback');
    await holder.end();
    const told = lines.filter((line) => line.includes('database unavailable'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/"code":"57P01"/);
    expect(lines.join('')).not.toMatch(/argon2|parameters|password_hash|update "account_secret"/i);
  });
});

describe('an error of the database', () => {
  let own: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    own = await openTestDatabase();
    database = new Database(own.dataSource, own.target, () => undefined);
    await database.query('create table kept (id integer primary key, word text unique check (length(word) < 40))');
    await database.query(`insert into kept values (1, 'bi-mat-mot')`);
  });

  afterAll(async () => {
    await database.close();
    await own.close();
  });

  test.each<[string, string, unknown[]]>([
    ['a value of the wrong form', 'select $1::integer', ['bi-mat-mot']],
    ['a number out of range', 'select $1::text::smallint', ['1234567']],
    ['JSON that is none', 'select $1::json', ['bi-mat-mot']],
    ['a value that is there already', 'insert into kept values (2, $1)', ['bi-mat-mot']],
    ['a row that a rule refuses', 'insert into kept values (3, $1)', [`bi-mat-${'x'.repeat(50)}`]],
    ['a statement that is none', `select 'bi-mat-mot' from nowhere where x = $1`, ['bi-mat-mot']],
  ])('is told without its values: %s', async (_name, text, values) => {
    const lines: string[] = [];
    const logger = createLogger('info', { write: (line) => void lines.push(line) });
    for (const run of [
      () => database.query(text, values),
      () => own.dataSource.query(text, values),
      () => database.transaction((tx) => tx.query(text, values)),
    ]) {
      const error = await run().then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(Error);
      logger.error({ err: error }, 'failed');
      logger.error({ err: new Error('above', { cause: error }) }, 'failed');
    }
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line).toMatch(/"code":"(22|23|42)/);
    expect(lines.join('')).not.toMatch(/bi-mat|1234567/);
  });
});
