import { IsNull } from 'typeorm';
import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { accountEvent } from './account.events';
import type { RevokeRoleInput } from './account.inputs';
import { AccountRole } from './account-role.entity';
import { assertAdministratorRemains, lockManagedAccount } from './lock-account';

/** Takes a role away from an account; what it allowed ends at once, on open connections too. */
export async function revokeRole(
  { tx, actor, append }: Command,
  input: RevokeRoleInput,
): Promise<{ accountId: string }> {
  const account = await lockManagedAccount(tx, actor, input.accountId);
  const { role } = input;
  const parsed = input.unitId == null ? null : parseGlobalId(input.unitId);
  const held =
    input.unitId != null && parsed?.prefix !== 'un'
      ? null
      : await tx.manager.findOne(AccountRole, {
          where: { accountId: account.id, role, unitId: parsed?.uuid ?? IsNull() },
          relations: { unit: true },
        });
  if (held === null) {
    throw refuse(
      'NOT_FOUND',
      ['input', 'role'],
      `Tài khoản không có vai trò ${role} này. Hãy xem lại các vai trò của tài khoản.`,
      `The account does not hold this role ${role}. Look at its roles again.`,
    );
  }
  if (role === 'ADMINISTRATOR') await assertAdministratorRemains(tx, account);
  await tx.manager.remove(held);
  append(accountEvent('ROLE_REVOKED', account, held.unitId, { role, unit: held.unit?.code ?? null }));
  return { accountId: account.id };
}
