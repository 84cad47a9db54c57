import { getUnitOn } from '../organisation/public';
import type { Authorise, Command } from '../platform/graphql/run-command';
import { accountEvent } from './account.events';
import type { CreateAccountInput } from './account.inputs';
import { assertRole, isUnitRole } from './account.rules';
import { assertMayManage } from './lock-account';
import { makePassword } from './make-password';
import { openAccount } from './open-account';

/** Opens an account for a person with a first role. Its first password is shown once; a lost one is reset. */
export async function createAccount(
  { tx, actor, now, today, append, showOnce }: Command,
  input: CreateAccountInput,
): Promise<{ accountId: string }> {
  assertMayManage(actor, ['input']);
  const { email, displayName, role, unitId } = input;
  // people of every role may work in a unit; reporters and approvers must
  assertRole(role, isUnitRole(role) && unitId != null);
  const unit = unitId == null ? null : await getUnitOn(tx.manager, unitId, today, ['input', 'unitId']);
  const opened = { email, displayName: displayName.trim(), role, unitId: unit?.id ?? null };
  const account = await openAccount(tx, opened, { actor, now, path: ['input', 'email'] });
  showOnce({ password: await makePassword(tx.manager, account.id) });
  append(accountEvent('PASSWORD_MADE', account, account.unitId));
  return { accountId: account.id };
}

/** Asks who opens accounts. */
export const authoriseOpening: Authorise<CreateAccountInput> = ({ actor }) => assertMayManage(actor, ['input']);
