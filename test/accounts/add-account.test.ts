import { addAccount, type NewAccount } from '../../src/accounts/add-account';
import { Database } from '../../src/platform/database/database';
import { DomainError } from '../../src/platform/lib/domain-error';
import { ApiClient } from '../support/api-client';
import { startTestProgram, type TestProgram } from '../support/program';
import { dataSourceOn } from '../../src/open-data-source';

let program: TestProgram;
let database: Database;

beforeAll(async () => {
  program = await startTestProgram();
  database = new Database(await dataSourceOn(program.target).initialize(), program.target, () => undefined);
});

afterAll(async () => {
  await database.close();
  await program.close();
});

function add(account: Partial<NewAccount>): Promise<{ password: string }> {
  const whole = {
    email: 'lan@hanoi.test',
    displayName: 'Nguyễn Thị Lan',
    role: 'REPORTER',
    unit: 'so-tttt',
    ...account,
  };
  return database.transaction((tx) => addAccount(tx, whole, new Date('2023-11-14T01:00:00Z')));
}

async function refusalOf(account: Partial<NewAccount>): Promise<string> {
  const error: unknown = await add(account).catch((thrown: unknown) => thrown);
  if (!(error instanceof DomainError)) throw new Error('It was not refused.');
  return `${error.refusals[0]!.code} ${error.refusals[0]!.path.join('.')}`;
}

test('an account that an operator adds signs in with the password shown once, and has its role for its unit', async () => {
  const { password } = await add({ email: 'Lan@hanoi.test' });
  const lan = await ApiClient.signIn(program.url, 'lan@hanoi.test', password);
  const answer = await lan.ask<{ viewer: object; workItem: object }>(
    '{ viewer { displayName roles unit { code } } workItem(code: "07-01") { viewerCan { submitReport } } }',
  );
  expect(answer.data).toEqual({
    viewer: { displayName: 'Nguyễn Thị Lan', roles: ['REPORTER'], unit: { code: 'so-tttt' } },
    workItem: { viewerCan: { submitReport: true } },
  });
});

test.each([
  ['a second account of one e-mail', { email: 'reporter@demo.test' }, 'CONFLICT email'],
  ['what is no e-mail', { email: 'lan' }, 'INVALID email'],
  ['an unknown role', { role: 'KING' }, 'INVALID role'],
  ['a screen, which has a link instead', { role: 'DISPLAY' }, 'INVALID role'],
  ['a reporter without a unit', { email: 'x@hanoi.test', unit: null }, 'INVALID unit'],
  ['an unknown unit', { email: 'x@hanoi.test', unit: 'so-khong-co' }, 'NOT_FOUND unit'],
])('%s is refused with its reason', async (_name, account, refusal) => {
  expect(await refusalOf(account)).toBe(refusal);
});
