import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { Account } from './account.entity';
import { accountEvent } from './account.events';
import { EnableAccountInput } from './account.inputs';
import { authoriseManaging, lockManagedAccount } from './lock-account';

/** Enables a disabled account, with the roles that it had. Sessions of before stay ended. */
export const enableAccount = defineCommand({
  name: 'enableAccount',
  description: says(
    'Mở lại tài khoản đã khóa, với các vai trò cũ.',
    'Enables a disabled account with the roles that it had.',
  ),
  input: EnableAccountInput,
  returns: { account: Account },
  rights: authoriseManaging,
  async run({ tx, actor, append }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    if (account.disabledAt === null) return { accountId: account.id };
    account.disabledAt = null;
    await tx.manager.save(account);
    append(accountEvent('ACCOUNT_ENABLED', account, account.unitId, {}));
    return { accountId: account.id };
  },
});
