import type { Domain } from '../platform/domain';
import { AccessToken } from './access-token.entity';
import { AccountRole } from './account-role.entity';
import { AccountSecret } from './account-secret.entity';
import { Account } from './account.entity';
import { readableAccounts } from './accounts.policy';
import { AccountsResolver, SignInPayloadFields } from './accounts.resolver';
import { viewer } from './viewer.type';

/** Accounts, roles, sign-in, access tokens. */
export const accounts: Domain = {
  name: 'accounts',
  entities: [Account, AccountSecret, AccountRole, AccessToken],
  resolvers: [AccountsResolver, SignInPayloadFields],
  singles: [viewer],
  policies: [{ of: Account, readable: readableAccounts }],
};
