import { DatabaseView } from '../support/database-view';
import { startTestProgram, type TestProgram } from '../support/program';
import type { UserErrorShape } from '../support/report-operations';

const SIGN_IN = `mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { code path message } } }`;

interface SignedIn {
  readonly signIn: { readonly token: string | null; readonly userErrors: readonly UserErrorShape[] };
}

let program: TestProgram;
let view: DatabaseView;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

async function signIn(email: string, password = 'mat-khau-thu', language = 'vi'): Promise<SignedIn['signIn']> {
  const answer = await program.stranger().ask<SignedIn>(SIGN_IN, { input: { email, password } }, language);
  expect(answer.errors).toBeUndefined();
  return answer.data.signIn;
}

const codesOf = ({ userErrors }: SignedIn['signIn']): string[] => userErrors.map(({ code }) => code);

// the limits count in the process, which each test file has for itself: these tests together stay below an address's 60 a minute
test('honest use is never slowed: 25 sign-ins in a row from one address', async () => {
  for (let count = 0; count < 25; count += 1) expect((await signIn('analyst@demo.test')).token).not.toBeNull();
});

test('a disabled account is refused as a wrong password is', async () => {
  await view.rows(`update account set disabled_at = now() where email = 'member@demo.test'`);
  const disabled = await signIn('member@demo.test');
  const wrong = await signIn('head@demo.test', 'sai');
  expect(disabled).toEqual(wrong);
});

test('an account without a password cannot be signed in to', async () => {
  const { email } = await view.row<{ email: string }>(
    `select email from account where email like '%@sample.test' limit 1`,
  );
  expect(codesOf(await signIn(email, ''))).toEqual(['INVALID']);
  expect(codesOf(await signIn(email, 'x'))).toEqual(['INVALID']);
});

test('guessing is stopped after twenty failures for one e-mail, whatever the address, and says so in both languages', async () => {
  const tries: string[] = [];
  for (let count = 0; count < 20; count += 1) tries.push(...codesOf(await signIn('nobody@demo.test', 'sai')));
  expect(new Set(tries)).toEqual(new Set(['INVALID']));
  const vi = await signIn('nobody@demo.test', 'sai');
  const en = await signIn('nobody@demo.test', 'sai', 'en');
  expect([codesOf(vi), codesOf(en)]).toEqual([['RATE_LIMITED'], ['RATE_LIMITED']]);
  expect(vi.userErrors[0]!.message).toMatch(/quá nhiều lần/);
  expect(en.userErrors[0]!.message).toMatch(/Too many/);
});
