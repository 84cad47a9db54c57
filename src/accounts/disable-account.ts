import type { Command } from '../platform/graphql/run-command';
import { accountEvent } from './account.events';
import type { DisableAccountInput } from './account.inputs';
import { assertAdministratorRemains, lockManagedAccount } from './lock-account';
import { revokeTokens } from './tokens';

/** Disables an account: nobody signs in with it, and every session that it has ends at once. Its roles wait for it. */
export async function disableAccount(
  { tx, actor, now, append }: Command,
  input: DisableAccountInput,
): Promise<{ accountId: string }> {
  const account = await lockManagedAccount(tx, actor, input.accountId);
  if (account.disabledAt !== null) return { accountId: account.id };
  await assertAdministratorRemains(tx, account);
  account.disabledAt = now;
  await tx.manager.save(account);
  await revokeTokens(tx.manager, { accountId: account.id });
  append(accountEvent('ACCOUNT_DISABLED', account, account.unitId, { reason: input.reason.trim() }));
  return { accountId: account.id };
}
