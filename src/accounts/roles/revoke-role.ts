import { IsNull } from 'typeorm';
import { Unit } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { keyOf } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { AccountRole } from '../account-role.entity';
import { Account } from '../account.entity';
import { accountEvent } from '../account.events';
import { RevokeRoleInput } from '../account.inputs';
import { assertAdministratorRemains, authoriseManaging, lockManagedAccount } from '../lock-account';

/** Takes a role away from an account, for whatever days it was given; what it allowed ends at once, on open connections too. */
export const revokeRole = defineCommand({
  name: 'revokeRole',
  description: says(
    'Thu hồi vai trò; có hiệu lực ngay, cả trên các kết nối đang mở.',
    'Takes a role away, at once, on open connections too.',
  ),
  input: RevokeRoleInput,
  returns: { account: Account },
  rights: authoriseManaging,
  async run({ tx, actor, today, append }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    const { role } = input;
    const unitId = keyOf(Unit, input.unitId);
    const held =
      input.unitId != null && unitId === null
        ? []
        : await tx.manager.find(AccountRole, {
            where: { accountId: account.id, role, unitId: unitId ?? IsNull() },
            relations: { unit: true },
          });
    const [first] = held;
    if (first === undefined) {
      throw refuse(
        'NOT_FOUND',
        ['input', 'role'],
        `Tài khoản không có vai trò ${role} này. Hãy xem lại các vai trò của tài khoản.`,
        `The account does not hold this role ${role}. Look at its roles again.`,
      );
    }
    if (role === 'ADMINISTRATOR') await assertAdministratorRemains(tx, account, today);
    await tx.manager.remove(held);
    append(accountEvent('ROLE_REVOKED', account, first.unitId, { role, unit: first.unit?.code ?? null }));
    return { accountId: account.id };
  },
});
