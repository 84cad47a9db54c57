import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { Account } from './account.entity';
import { accountEvent } from './account.events';
import { DisableAccountInput } from './account.inputs';
import { assertAdministratorRemains, authoriseManaging, lockManagedAccount } from './lock-account';
import { revokeTokens } from './tokens';

/** Disables an account: nobody signs in with it, and every session that it has ends at once. Its roles wait for it. */
export const disableAccount = defineCommand({
  name: 'disableAccount',
  description: says(
    'Khóa tài khoản; mọi phiên đang mở chấm dứt ngay.',
    'Disables an account; its open sessions end at once.',
  ),
  input: DisableAccountInput,
  returns: { account: Account },
  rights: authoriseManaging,
  async run({ tx, actor, now, today, append }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    if (account.disabledAt !== null) return { accountId: account.id };
    await assertAdministratorRemains(tx, account, today);
    account.disabledAt = now;
    await tx.manager.save(account);
    await revokeTokens(tx.manager, { accountId: account.id });
    append(accountEvent('ACCOUNT_DISABLED', account, account.unitId, { reason: input.reason.trim() }));
    return { accountId: account.id };
  },
});
