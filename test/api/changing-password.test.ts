import { hashPassword } from '../../src/accounts/password';
import { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { giveToken, makeAccount, type MadeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectPoints } from '../support/refused';

const OLD = 'mat-khau-cu-cua-toi';
const NEW = 'Một câu dễ nhớ hơn';

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

/** Somebody who signs in with the old password. */
async function somebody(): Promise<MadeAccount & { readonly email: string }> {
  const made = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
  await view.rows('insert into account_secret (account_id, password_hash) values ($1, $2)', [
    made.id,
    await hashPassword(OLD),
  ]);
  return { ...made, email: `${made.id}@made.test` };
}

const asks = (client: ApiClient) => client.ask<object | null>('{ unit(code: "so-yt") { code } }');
const ANSWERED = { unit: { code: 'so-yt' } };

test('a new password opens, the old one does not; this session goes on, the others end', async () => {
  const { id, client, email } = await somebody();
  const other = new ApiClient(program.url, await giveToken(view, id, 60_000));
  expect((await asks(other)).data).toEqual(ANSWERED);
  const input = { currentPassword: OLD, newPassword: NEW };
  expect(await mutated(client, 'changePassword', input, 'account { id }')).toMatchObject({
    account: { id: `ac_${id}` },
  });
  expect((await asks(client)).data).toEqual(ANSWERED);
  expect((await asks(other)).errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }]);
  await ApiClient.signIn(program.url, email, NEW);
  await expect(ApiClient.signIn(program.url, email, OLD)).rejects.toThrow();
  expect(await view.rows(`select type, data from event_log where subject_id = $1`, [id])).toEqual([
    { type: 'PASSWORD_CHANGED', data: {} },
  ]);
});

test('nothing of either password is kept, wherever one looks', async () => {
  const { client } = await somebody();
  const [currentPassword, newPassword] = [OLD, 'chi-toi-biet-dieu-nay'];
  await mutated(client, 'changePassword', { currentPassword, newPassword });
  const everything = JSON.stringify(await view.everything());
  expect(everything).not.toContain(newPassword);
  expect(everything).not.toContain(currentPassword);
});

test.each([
  ['a wrong password in use', { currentPassword: 'sai' }, ['INVALID input.currentPassword']],
  ['a short one', { newPassword: 'ngắn quá thôi'.slice(0, 11) }, ['INVALID input.newPassword']],
  ['the one in use', { newPassword: OLD }, ['INVALID input.newPassword']],
  [
    'a wrong one and a short one',
    { currentPassword: 'sai', newPassword: 'ngắn' },
    ['INVALID input.currentPassword', 'INVALID input.newPassword'],
  ],
])('refused: %s', async (_, changes, points) => {
  const { client } = await somebody();
  await expectPoints(view, client, [
    'changePassword',
    { currentPassword: OLD, newPassword: NEW, ...changes },
    points,
    [/Hãy/, /Enter|Choose/],
  ]);
});

test('refused: the e-mail as a password, in whatever letters', async () => {
  const { client, email } = await somebody();
  const input = { currentPassword: OLD, newPassword: email.toUpperCase() };
  await expectPoints(view, client, ['changePassword', input, ['INVALID input.newPassword']]);
});

test('wrong ones count as failed sign-ins: after twenty even the right one has to wait, here and at the sign-in', async () => {
  const { client, email } = await somebody();
  const given = (currentPassword: string) =>
    mutate(client, 'changePassword', { currentPassword, newPassword: NEW }).then(({ userErrors }) => userErrors);
  for (let count = 0; count < 20; count += 1) {
    expect(await given('sai')).toMatchObject([{ code: 'INVALID', path: ['input', 'currentPassword'] }]);
  }
  expect(await given(OLD)).toMatchObject([
    { code: 'RATE_LIMITED', path: ['input'], message: expect.stringMatching(/^Nhập mật khẩu quá nhiều lần/) as string },
  ]);
  await expect(ApiClient.signIn(program.url, email, OLD)).rejects.toThrow(/RATE_LIMITED|quá nhiều/);
});
