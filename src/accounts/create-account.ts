import { getUnitOn } from '../organisation/public';
import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { Account } from './account.entity';
import { accountEvent } from './account.events';
import { CreateAccountInput } from './account.inputs';
import { assertRole, isUnitRole } from './account.rules';
import { assertMayManage } from './lock-account';
import { makePassword } from './make-password';
import { openAccount } from './open-account';
import { passwordSecret } from './password-secret';

/** Opens an account for a person with a first role. Its first password is shown once; a lost one is reset. */
export const createAccount = defineCommand({
  name: 'createAccount',
  description: says('Mở tài khoản cho một người, với vai trò đầu tiên.', 'Opens an account with a first role.'),
  input: CreateAccountInput,
  returns: { account: Account },
  secret: passwordSecret,
  rights: ({ actor }) => assertMayManage(actor, ['input']),
  async run({ tx, actor, now, today, append, showOnce }, { email, displayName, role, unitId }) {
    // people of every role may work in a unit; reporters and approvers must
    assertRole(role, isUnitRole(role) && unitId != null);
    const unit = unitId == null ? null : await getUnitOn(tx.manager, unitId, today, ['input', 'unitId']);
    const opened = { email, displayName: displayName.trim(), role, unitId: unit?.id ?? null };
    const account = await openAccount(tx, opened, { actor, now, path: ['input', 'email'] });
    showOnce({ password: await makePassword(tx.manager, account.id) });
    append(accountEvent('PASSWORD_MADE', account, account.unitId, {}));
    return { accountId: account.id };
  },
});
