import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { Account } from './account.entity';
import { accountEvent } from './account.events';
import { ResetPasswordInput } from './account.inputs';
import { authoriseManaging, lockManagedAccount } from './lock-account';
import { makePassword } from './make-password';
import { passwordSecret } from './password-secret';
import { revokeTokens } from './tokens';

/** Makes up a new password for an account, shown once; every session of the old one ends at once. */
export const resetPassword = defineCommand({
  name: 'resetPassword',
  description: says(
    'Đặt lại mật khẩu; các phiên của mật khẩu cũ chấm dứt ngay.',
    'Makes a new password; sessions of the old one end at once.',
  ),
  input: ResetPasswordInput,
  returns: { account: Account },
  secret: passwordSecret,
  rights: authoriseManaging,
  async run({ tx, actor, append, showOnce }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    showOnce({ password: await makePassword(tx.manager, account.id) });
    await revokeTokens(tx.manager, { accountId: account.id });
    append(accountEvent('PASSWORD_RESET', account, account.unitId, {}));
    return { accountId: account.id };
  },
});
