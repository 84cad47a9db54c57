import { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { mutate, mutated } from '../support/payload';
import { startTestProgram, type TestProgram } from '../support/program';
import { Subscriber } from '../support/sockets/subscriber';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
});

afterAll(async () => {
  await view.close();
  await program.close();
});

interface Opened {
  readonly account: { readonly id: string };
  readonly password: string | null;
}

const OPENED = 'account { id } password';
const newcomer = (email: string, changes: object = {}): object => ({
  email,
  displayName: 'Nguyễn Thị Lan',
  role: 'ANALYST',
  ...changes,
});

async function unitId(code: string): Promise<string> {
  return (await view.row<{ id: string }>(`select 'un_' || id as id from unit where code = $1`, [code])).id;
}

async function rolesOf(client: ApiClient): Promise<string[]> {
  const { data } = await client.ask<{ viewer: { roles: string[] } }>('{ viewer { roles } }');
  return data.viewer.roles;
}

/** What the log says of an account, oldest first. */
async function saidOf(accountId: string): Promise<[type: string, data: object][]> {
  const rows = await view.rows<{ type: string; data: object }>(
    `select type, data from event_log where 'ac_' || subject_id = $1 order by position`,
    [accountId],
  );
  return rows.map(({ type, data }) => [type, data]);
}

test('an administrator opens an account, and the person signs in with the password shown once', async () => {
  const input = newcomer('Lan@hanoi.test', { role: 'REPORTER', unitId: await unitId('so-yt') });
  const { account, password } = await mutated<Opened>(admin, 'createAccount', input, OPENED);
  const lan = await ApiClient.signIn(program.url, 'lan@hanoi.test', password!);
  expect(await rolesOf(lan)).toEqual(['REPORTER']);
  const { data } = await lan.ask<object>('{ workItem(code: "07-09") { viewerCan { submitReport } } }');
  expect(data).toEqual({ workItem: { viewerCan: { submitReport: true } } });
  expect(await saidOf(account.id)).toEqual([
    ['ACCOUNT_ADDED', { role: 'REPORTER' }],
    ['PASSWORD_MADE', {}],
  ]);
});

test('a retry gets the same account and no password: the first one was shown once, and still opens', async () => {
  const input = newcomer('thu-lai@hanoi.test', { idempotencyKey: 'opened-once' });
  const first = await mutated<Opened>(admin, 'createAccount', input, OPENED);
  const second = await mutated<Opened>(admin, 'createAccount', input, OPENED);
  expect(second).toMatchObject({ account: first.account, password: null });
  await ApiClient.signIn(program.url, 'thu-lai@hanoi.test', first.password!);
  expect(await saidOf(first.account.id)).toEqual([
    ['ACCOUNT_ADDED', { role: 'ANALYST' }],
    ['PASSWORD_MADE', {}],
  ]);
});

test('no password is kept in clear, wherever one looks', async () => {
  const input = newcomer('bi-mat@hanoi.test', { idempotencyKey: 'secret' });
  const { password } = await mutated<Opened>(admin, 'createAccount', input, OPENED);
  expect(await view.rowsWith('bi-mat@hanoi.test')).not.toEqual([]);
  expect(await view.rowsWith(password!)).toEqual([]);
});

test('a role is given, held once however often it is given, and taken away', async () => {
  const { id, client } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
  const role = { accountId: `ac_${id}`, role: 'APPROVER', unitId: await unitId('so-yt') };
  await mutated(admin, 'grantRole', role);
  const again = await mutated<{ account: object }>(
    admin,
    'grantRole',
    role,
    'account { roles { role unit { code } } }',
  );
  expect(again.account).toEqual({
    roles: [
      { role: 'ANALYST', unit: null },
      { role: 'APPROVER', unit: { code: 'so-yt' } },
    ],
  });
  expect((await rolesOf(client)).sort()).toEqual(['ANALYST', 'APPROVER']);
  await mutated(admin, 'revokeRole', role);
  expect(await rolesOf(client)).toEqual(['ANALYST']);
  expect(await saidOf(`ac_${id}`)).toEqual([
    ['ROLE_GRANTED', { role: 'APPROVER', unit: 'so-yt', validFrom: null, validTo: null }],
    ['ROLE_REVOKED', { role: 'APPROVER', unit: 'so-yt' }],
  ]);
});

test('a role is delegated for some days, beside others of the same role, and shown with them; taken away, all of them go', async () => {
  const { id, client } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
  const role = { accountId: `ac_${id}`, role: 'APPROVER', unitId: await unitId('so-yt') };
  await mutated(admin, 'grantRole', { ...role, validFrom: '2023-11-14', validTo: '2023-11-20' });
  const { account } = await mutated<{ account: { roles: object[] } }>(
    admin,
    'grantRole',
    { ...role, validFrom: '2023-12-01' },
    'account { roles { role validFrom validTo } }',
  );
  expect(account.roles).toHaveLength(3);
  expect(account.roles).toEqual(
    expect.arrayContaining([
      { role: 'ANALYST', validFrom: null, validTo: null },
      { role: 'APPROVER', validFrom: '2023-11-14', validTo: '2023-11-20' },
      { role: 'APPROVER', validFrom: '2023-12-01', validTo: null },
    ]) as object,
  );
  expect((await rolesOf(client)).sort()).toEqual(['ANALYST', 'APPROVER']);
  const left = await mutated<{ account: { roles: object[] } }>(admin, 'revokeRole', role, 'account { roles { role } }');
  expect(left.account.roles).toEqual([{ role: 'ANALYST' }]);
  expect(await rolesOf(client)).toEqual(['ANALYST']);
});

test('who held which role when is there for inspection; others see nothing of it', async () => {
  const { id } = await makeAccount(program, view, { roles: [] });
  const role = { accountId: `ac_${id}`, role: 'INSPECTOR' };
  const { cursor } = await mutated(admin, 'grantRole', role);
  await mutated(admin, 'revokeRole', role);
  const question = `query ($cursor: Cursor!, $name: String!) {
    now: accountRoles(where: { account: { displayName: { eq: $name } } }) { totalCount }
    then: asOf(cursor: $cursor) { accountRoles(where: { account: { displayName: { eq: $name } } }) { totalCount } } }`;
  const variables = { cursor, name: `Made ${id.slice(0, 8)}` };
  const ask = async (name: 'inspector' | 'secretariat') =>
    (await (await program.as(name)).ask<object>(question, variables)).data;
  expect(await ask('inspector')).toEqual({ now: { totalCount: 0 }, then: { accountRoles: { totalCount: 1 } } });
  expect(await ask('secretariat')).toEqual({ now: { totalCount: 0 }, then: { accountRoles: { totalCount: 0 } } });
});

describe('what is taken away ends at once, on open connections too', () => {
  const WHO = '{ viewer { id } }';

  async function connected(): Promise<{ accountId: string; client: ApiClient; subscriber: Subscriber }> {
    const { id, client, token } = await makeAccount(program, view, {
      roles: [{ role: 'ANALYST' }, { role: 'SECRETARIAT' }],
    });
    const subscriber = new Subscriber(program.url, token);
    await subscriber.ask(WHO);
    return { accountId: `ac_${id}`, client, subscriber };
  }

  test('a role: sent away to come back with what is left', async () => {
    const { accountId, subscriber } = await connected();
    await mutated(admin, 'revokeRole', { accountId, role: 'SECRETARIAT' });
    expect(await subscriber.closed).toMatchObject({ code: 1012 });
  });

  test('a disabled account: signed out everywhere, and signing in is refused until it is enabled', async () => {
    const email = 'nghi-viec@hanoi.test';
    const opened = await mutated<Opened>(admin, 'createAccount', newcomer(email), OPENED);
    const accountId = opened.account.id;
    const client = await ApiClient.signIn(program.url, email, opened.password!);
    const subscriber = new Subscriber(program.url, client.token);
    await subscriber.ask(WHO);
    const reason = 'Chuyển công tác.';
    const disabled = await mutated<{ account: { disabledAt: string } }>(
      admin,
      'disableAccount',
      { accountId, reason },
      'account { disabledAt }',
    );
    expect(disabled.account.disabledAt).toMatch(/^2023-11-14T/);
    expect(await subscriber.closed).toMatchObject({ code: 4401 });
    expect((await client.ask<{ viewer: null }>(WHO)).data.viewer).toBeNull();
    await expect(ApiClient.signIn(program.url, email, opened.password!)).rejects.toThrow('could not sign in');
    await mutated(admin, 'enableAccount', { accountId });
    expect(await rolesOf(await ApiClient.signIn(program.url, email, opened.password!))).toEqual(['ANALYST']);
    expect((await client.ask<{ viewer: null }>(WHO)).data.viewer).toBeNull();
    expect(await saidOf(accountId)).toEqual([
      ['ACCOUNT_ADDED', { role: 'ANALYST' }],
      ['PASSWORD_MADE', {}],
      ['ACCOUNT_DISABLED', { reason }],
      ['ACCOUNT_ENABLED', {}],
    ]);
  });

  test('a password: the old one opens nothing any more, its sessions end, the new one opens', async () => {
    const email = 'quen@hanoi.test';
    const opened = await mutated<Opened>(admin, 'createAccount', newcomer(email), OPENED);
    const client = await ApiClient.signIn(program.url, email, opened.password!);
    const subscriber = new Subscriber(program.url, client.token);
    await subscriber.ask(WHO);
    const reset = await mutated<Opened>(admin, 'resetPassword', { accountId: opened.account.id }, OPENED);
    expect(await subscriber.closed).toMatchObject({ code: 4401 });
    await expect(ApiClient.signIn(program.url, email, opened.password!)).rejects.toThrow('could not sign in');
    await ApiClient.signIn(program.url, email, reset.password!);
  });
});

test('disabling and enabling twice is said once', async () => {
  const { id } = await makeAccount(program, view, { roles: [] });
  const accountId = `ac_${id}`;
  for (const mutation of ['disableAccount', 'enableAccount']) {
    const input = mutation === 'disableAccount' ? { accountId, reason: 'Nghỉ.' } : { accountId };
    await mutated(admin, mutation, input);
    await mutated(admin, mutation, input);
  }
  expect((await saidOf(accountId)).map(([type]) => type)).toEqual(['ACCOUNT_DISABLED', 'ACCOUNT_ENABLED']);
});

test('two administrators who take the role from each other at once leave one', async () => {
  const others = await view.rows(
    `update account set disabled_at = now() where id in (select account_id from account_role where role = 'ADMINISTRATOR') returning id`,
  );
  const pair = [
    await makeAccount(program, view, { roles: [{ role: 'ADMINISTRATOR' }] }),
    await makeAccount(program, view, { roles: [{ role: 'ADMINISTRATOR' }] }),
  ];
  const outcomes = await Promise.all(
    pair.map(({ client }, index) =>
      mutate(client, 'revokeRole', { accountId: `ac_${pair[1 - index]!.id}`, role: 'ADMINISTRATOR' }),
    ),
  );
  const left = await view.rows(`select from account_role where role = 'ADMINISTRATOR' and account_id = any($1)`, [
    pair.map(({ id }) => id),
  ]);
  await view.rows('update account set disabled_at = null where id = any($1)', [
    (others as { id: string }[]).map(({ id }) => id),
  ]);
  expect(left).toHaveLength(1);
  expect(outcomes.filter(({ userErrors }) => userErrors.length === 0)).toHaveLength(1);
});
