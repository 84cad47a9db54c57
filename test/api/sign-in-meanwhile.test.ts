import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import type { UserErrorShape } from '../support/report-operations';
import { until } from '../support/until';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code path message } } }`;

interface SignedIn {
  readonly signIn: { readonly token: string | null; readonly userErrors: readonly UserErrorShape[] };
}

let program: TestProgram;
let view: DatabaseView;
let other: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  other = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await other.close();
  await view.close();
  await program.close();
});

const email = 'analyst@demo.test';

/** Signs in while another transaction holds the account and does something to it, which it commits as soon as the sign-in waits for it. */
async function signInWhile(change: string): Promise<SignedIn['signIn']> {
  await other.rows('begin');
  await other.rows('select id from account where email = $1 for update', [email]);
  await other.rows(change, [email]);
  const input = { email, password: 'mat-khau-thu' };
  const answered = program.stranger().ask<SignedIn>(SIGN_IN, { input });
  // the password was verified by then: only the token waits for the account
  await until(
    () => view.rows(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`),
    (waiting) => waiting.length > 0,
  );
  await other.rows('commit');
  return (await answered).data.signIn;
}

const openTokens = `select from access_token t join account a on a.id = t.account_id
  where a.email = $1 and t.revoked_at is null`;

test('a sign-in with the old password that a new one overtakes opens no session', async () => {
  const signedIn = await signInWhile(
    `update account_secret set password_hash = 'another' where account_id = (select id from account where email = $1)`,
  );
  expect(signedIn.token).toBeNull();
  expect(signedIn.userErrors.map(({ code, path }) => [code, path])).toEqual([['INVALID', ['input', 'password']]]);
  expect(await view.rows(openTokens, [email])).toEqual([]);
});

test('a sign-in that the disabling of the account overtakes opens no session', async () => {
  await view.rows(
    `update account_secret set password_hash = (select s.password_hash from account_secret s join account a on a.id = s.account_id
      where a.email = 'member@demo.test') where account_id = (select id from account where email = $1)`,
    [email],
  );
  const signedIn = await signInWhile('update account set disabled_at = now() where email = $1');
  expect(signedIn.token).toBeNull();
  expect(signedIn.userErrors.map(({ code }) => code)).toEqual(['INVALID']);
  expect(await view.rows(openTokens, [email])).toEqual([]);
});
