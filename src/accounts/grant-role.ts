import { IsNull } from 'typeorm';
import { getUnitOn } from '../organisation/public';
import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { AccountRole } from './account-role.entity';
import { Account } from './account.entity';
import { accountEvent } from './account.events';
import { GrantRoleInput } from './account.inputs';
import { assertRole } from './account.rules';
import { authoriseManaging, lockManagedAccount } from './lock-account';

/** Gives an account a role, for a unit where the role is a unit's. Given twice, it is held once. */
export const grantRole = defineCommand({
  name: 'grantRole',
  description: says('Giao vai trò cho một tài khoản.', 'Gives an account a role.'),
  input: GrantRoleInput,
  returns: { account: Account },
  rights: authoriseManaging,
  async run({ tx, actor, today, append }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    const { role } = input;
    assertRole(role, input.unitId != null);
    const unit = input.unitId == null ? null : await getUnitOn(tx.manager, input.unitId, today, ['input', 'unitId']);
    const held = { accountId: account.id, role };
    if (await tx.manager.existsBy(AccountRole, { ...held, unitId: unit?.id ?? IsNull() }))
      return { accountId: account.id };
    await tx.manager.save(AccountRole, { ...held, unitId: unit?.id ?? null });
    append(accountEvent('ROLE_GRANTED', account, unit?.id ?? null, { role, unit: unit?.code ?? null }));
    return { accountId: account.id };
  },
});
