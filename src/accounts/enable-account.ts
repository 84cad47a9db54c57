import type { Command } from '../platform/graphql/run-command';
import { accountEvent } from './account.events';
import type { EnableAccountInput } from './account.inputs';
import { lockManagedAccount } from './lock-account';

/** Enables a disabled account, with the roles that it had. Sessions of before stay ended. */
export async function enableAccount(
  { tx, actor, append }: Command,
  input: EnableAccountInput,
): Promise<{ accountId: string }> {
  const account = await lockManagedAccount(tx, actor, input.accountId);
  if (account.disabledAt === null) return { accountId: account.id };
  account.disabledAt = null;
  await tx.manager.save(account);
  append(accountEvent('ACCOUNT_ENABLED', account, account.unitId));
  return { accountId: account.id };
}
