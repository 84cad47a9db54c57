import { changePassword } from './own-password/change-password';
import { createAccount } from './create-account';
import { resetPassword } from './reset-password';
import { disableAccount } from './disable-account';
import { enableAccount } from './enable-account';
import { grantRole } from './roles/grant-role';
import { revokeRole } from './roles/revoke-role';
import type { Domain } from '../platform/domain';
import { says } from '../platform/lib/says';
import { AccessToken } from './access-token.entity';
import { AccountRole } from './account-role.entity';
import { AccountSecret } from './account-secret.entity';
import { Account } from './account.entity';
import { readableAccounts, readableRoles } from './accounts.policy';
import { AccountsResolver, SignInPayloadFields } from './accounts.resolver';
import { viewer } from './viewer.type';
import { accountEvents } from './account.events';

/** Accounts, roles, sign-in, access tokens. */
export const accounts: Domain = {
  name: 'accounts',
  entities: [Account, AccountSecret, AccountRole, AccessToken],
  commands: [changePassword, createAccount, disableAccount, enableAccount, grantRole, resetPassword, revokeRole],
  events: [accountEvents],
  resolvers: [AccountsResolver, SignInPayloadFields],
  publicMutations: ['signIn'],
  singles: [viewer],
  policies: [
    { of: Account, readable: readableAccounts },
    { of: AccountRole, readable: readableRoles },
  ],
  collections: [
    {
      on: Account,
      field: 'roles',
      of: AccountRole,
      by: 'accountId',
      as: 'list',
      description: says(
        'Các vai trò được giao; chỉ quản trị viên và ủy ban kiểm tra thấy.',
        'The roles that it was given; seen by administrators and inspectors alone.',
      ),
    },
  ],
};
