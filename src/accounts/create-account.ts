import { getUnitOn } from '../organisation/public';
import type { Database } from '../platform/database/database';
import type { Command } from '../platform/graphql/run-command';
import { AccessToken } from './access-token.entity';
import { Account } from './account.entity';
import type { CreateAccountInput } from './account.inputs';
import { assertRole, isUnitRole } from './account.rules';
import { assertMayManage } from './lock-account';
import { makePassword } from './make-password';
import { openAccount } from './open-account';

/** Opens an account for a person with a first role. */
export async function createAccount(
  { tx, actor, now, today }: Command,
  input: CreateAccountInput,
): Promise<{ accountId: string }> {
  assertMayManage(actor, ['input']);
  const { email, displayName, role, unitId } = input;
  // people of every role may work in a unit; reporters and approvers must
  assertRole(role, isUnitRole(role) && unitId != null);
  const unit = unitId == null ? null : await getUnitOn(tx.manager, unitId, today, ['input', 'unitId']);
  const opened = { email, displayName: displayName.trim(), role, unitId: unit?.id ?? null };
  return { accountId: await openAccount(tx, opened, { actor, now, path: ['input', 'email'] }) };
}

/**
 * Makes the first password; null once somebody has signed in with the one before. Outside the command, since what a command wrote is remembered under its
 * idempotency key in clear: a retry gets another password.
 */
export function makeFirstPassword(database: Database, accountId: string): Promise<string | null> {
  return database.transaction(async ({ manager }) => {
    await manager.findOneOrFail(Account, { where: { id: accountId }, lock: { mode: 'pessimistic_write' } });
    return (await manager.existsBy(AccessToken, { accountId })) ? null : makePassword(manager, accountId);
  });
}
