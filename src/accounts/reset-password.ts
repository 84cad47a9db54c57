import type { Command } from '../platform/graphql/run-command';
import { accountEvent } from './account.events';
import type { ResetPasswordInput } from './account.inputs';
import { lockManagedAccount } from './lock-account';
import { makePassword } from './make-password';
import { revokeTokens } from './tokens';

/** Makes up a new password for an account, shown once; every session of the old one ends at once. */
export async function resetPassword(
  { tx, actor, append, showOnce }: Command,
  input: ResetPasswordInput,
): Promise<{ accountId: string }> {
  const account = await lockManagedAccount(tx, actor, input.accountId);
  showOnce({ password: await makePassword(tx.manager, account.id) });
  await revokeTokens(tx.manager, { accountId: account.id });
  append(accountEvent('PASSWORD_RESET', account, account.unitId));
  return { accountId: account.id };
}
