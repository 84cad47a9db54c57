import type { ApiClient } from '../support/api-client';
import { DatabaseView } from '../support/database-view';
import { makeAccount } from '../support/made/made-account';
import { startTestProgram, type TestProgram } from '../support/program';
import { expectRefused, type Refused } from '../support/refused';
import { withIds } from '../support/with-ids';

let program: TestProgram;
let view: DatabaseView;
let admin: ApiClient;
let ids: Record<string, string>;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  admin = await program.as('admin');
  await view.rows(`update unit set valid_to = '2022-12-31' where code = 'so-vhtt'`);
  const { id: analyst } = await makeAccount(program, view, { roles: [{ role: 'ANALYST' }] });
  const { id: screen } = await makeAccount(program, view, { roles: [{ role: 'DISPLAY' }] });
  const units = await view.rows<{ code: string; id: string }>(`select code, 'un_' || id as id from unit`);
  const { id: self } = await view.row<{ id: string }>(
    `select 'ac_' || id as id from account where email = 'admin@demo.test'`,
  );
  ids = {
    ...Object.fromEntries(units.map(({ code, id }) => [code, id])),
    analyst: `ac_${analyst}`,
    screen: `ac_${screen}`,
    self,
  };
});

afterAll(async () => {
  await view.close();
  await program.close();
});

const account = (changes: object): object => ({
  email: 'moi@hanoi.test',
  displayName: 'Trần Văn Minh',
  role: 'ANALYST',
  ...changes,
});
const NOBODY = 'ac_00000000-0000-4000-8000-000000000000';

const OPENINGS: readonly Refused[] = [
  {
    name: 'an e-mail that another account has, in whatever letters',
    mutation: 'createAccount',
    input: account({ email: 'Analyst@Demo.Test' }),
    refused: [['CONFLICT', 'input.email']],
    names: [/analyst@demo\.test.*Hãy/, /analyst@demo\.test.*enter another/],
  },
  {
    name: 'what is no e-mail',
    mutation: 'createAccount',
    input: account({ email: 'moi' }),
    refused: [['INVALID', 'input.email']],
  },
  {
    name: 'an account without a name',
    mutation: 'createAccount',
    input: account({ displayName: ' ' }),
    refused: [['INVALID', 'input.displayName']],
  },
  {
    name: 'a reporter of no unit',
    mutation: 'createAccount',
    input: account({ role: 'REPORTER' }),
    refused: [['INVALID', 'input.unitId']],
    names: [/REPORTER/, /REPORTER/],
  },
  {
    name: 'a reporter of a unit that has ended',
    mutation: 'createAccount',
    input: account({ role: 'REPORTER', unitId: '$so-vhtt' }),
    refused: [['INVALID', 'input.unitId']],
    names: [/31\/12\/2022/, /2022-12-31/],
  },
  {
    name: 'a person with the role of a screen',
    mutation: 'createAccount',
    input: account({ role: 'DISPLAY' }),
    refused: [['INVALID', 'input.role']],
  },
];

const ROLES: readonly Refused[] = [
  {
    name: 'a role of a unit given for no unit',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'APPROVER' },
    refused: [['INVALID', 'input.unitId']],
  },
  {
    name: 'a role of the whole programme given for a unit',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'SECRETARIAT', unitId: '$so-yt' },
    refused: [['INVALID', 'input.unitId']],
    names: [/SECRETARIAT/, /SECRETARIAT/],
  },
  {
    name: 'a role for a unit that is not there',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'APPROVER', unitId: NOBODY },
    refused: [['NOT_FOUND', 'input.unitId']],
  },
  {
    name: 'a role for a unit that does not exist yet',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'APPROVER', unitId: '$so-nnmt' },
    refused: [['INVALID', 'input.unitId']],
  },
  {
    name: 'the role of a screen given to a person',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'DISPLAY' },
    refused: [['INVALID', 'input.role']],
  },
  {
    name: 'a role for days that are over, or that ends before it begins',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'INSPECTOR', validFrom: '2023-11-12', validTo: '2023-11-11' },
    refused: [
      ['INVALID', 'input.validTo'],
      ['INVALID', 'input.validFrom'],
    ],
    names: [/11\/11\/2023/, /2023-11-11/],
  },
  {
    name: 'a role for days on which it is held',
    mutation: 'grantRole',
    input: { accountId: '$analyst', role: 'ANALYST', validFrom: '2023-11-20', validTo: '2023-11-25' },
    refused: [['CONFLICT', 'input.validFrom']],
    names: [/không thời hạn/, /without bounds/],
  },
  {
    name: 'a role taken that is not held',
    mutation: 'revokeRole',
    input: { accountId: '$analyst', role: 'INSPECTOR' },
    refused: [['NOT_FOUND', 'input.role']],
  },
  {
    name: 'a role taken for a unit’s code',
    mutation: 'revokeRole',
    input: { accountId: '$analyst', role: 'ANALYST', unitId: 'so-yt' },
    refused: [['INVALID', 'input.unitId']],
  },
];

const ANY: readonly (readonly [mutation: string, input: object])[] = [
  ['grantRole', { role: 'INSPECTOR' }],
  ['revokeRole', { role: 'ANALYST' }],
  ['disableAccount', { reason: 'x' }],
  ['enableAccount', {}],
  ['resetPassword', {}],
];

const ACCOUNTS: readonly Refused[] = ANY.flatMap(([mutation, input]): Refused[] => [
  {
    name: `${mutation}: an account that is not there`,
    mutation,
    input: { ...input, accountId: NOBODY },
    refused: [['NOT_FOUND', 'input.accountId']],
  },
  {
    name: `${mutation}: the own account`,
    mutation,
    input: { ...input, accountId: '$self' },
    refused: [['FORBIDDEN', 'input.accountId']],
  },
  {
    name: `${mutation}: the account of a screen`,
    mutation,
    input: { ...input, accountId: '$screen' },
    refused: [['INVALID', 'input.accountId']],
  },
]);

const REASON: Refused = {
  name: 'an account disabled for no reason',
  mutation: 'disableAccount',
  input: { accountId: '$analyst', reason: '' },
  refused: [['INVALID', 'input.reason']],
};

test.each([...OPENINGS, ...ROLES, ...ACCOUNTS, REASON])(
  '$name is refused in both languages, and nothing is written',
  async (refused) => {
    await expectRefused(view, admin, { ...refused, input: withIds(refused.input, ids) });
  },
);
