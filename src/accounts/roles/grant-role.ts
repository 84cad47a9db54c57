import { IsNull } from 'typeorm';
import { getUnitOn } from '../../organisation/public';
import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { AccountRole } from '../account-role.entity';
import { Account } from '../account.entity';
import { accountEvent } from '../account.events';
import { GrantRoleInput } from '../account.inputs';
import { assertRole } from '../account.rules';
import { assertNoOverlap, assertSpan, isSameSpan } from './role-span.rules';
import { authoriseManaging, lockManagedAccount } from '../lock-account';

/** Gives an account a role, for a unit where the role is a unit's, for a time where it is a delegation (ủy quyền). Given twice for the same time, it is held once. */
export const grantRole = defineCommand({
  name: 'grantRole',
  description: says(
    'Giao vai trò cho một tài khoản, có thời hạn nếu là ủy quyền.',
    'Gives an account a role; for a time, where it is a delegation.',
  ),
  input: GrantRoleInput,
  returns: { account: Account },
  rights: authoriseManaging,
  async run({ tx, actor, today, append }, input) {
    const account = await lockManagedAccount(tx, actor, input.accountId);
    const { role } = input;
    assertRole(role, input.unitId != null);
    const unit = input.unitId == null ? null : await getUnitOn(tx.manager, input.unitId, today, ['input', 'unitId']);
    const span = { validFrom: input.validFrom ?? null, validTo: input.validTo ?? null };
    assertSpan(span, today);
    const held = { accountId: account.id, role, unitId: unit?.id ?? null };
    const given = await tx.manager.findBy(AccountRole, { ...held, unitId: unit?.id ?? IsNull() });
    if (given.some((known) => isSameSpan(known, span))) return { accountId: account.id };
    assertNoOverlap(given, span);
    await tx.manager.save(AccountRole, { ...held, ...span });
    append(accountEvent('ROLE_GRANTED', account, held.unitId, { role, unit: unit?.code ?? null, ...span }));
    return { accountId: account.id };
  },
});
