import { Unit } from '../organisation/public';
import { sameAs } from '../platform/database/same-as';
import { type Role, ROLES } from '../platform/access/actor';
import type { Transaction } from '../platform/database/transaction';
import { appendEvent } from '../platform/event-log/append-event';
import { refuse } from '../platform/lib/domain-error';
import { accountEvent } from './account.events';
import { isUnitRole } from './account.rules';
import { makePassword } from './make-password';
import { openAccount } from './open-account';

/** Whom to add. */
export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  readonly role: string;
  /** Code of the unit; needed for REPORTER and APPROVER. */
  readonly unit: string | null;
}

/** Adds a person's account with one role, and makes up its password, which is returned once. For operators, who have no account to sign in with. */
export async function addAccount(tx: Transaction, given: NewAccount, now: Date): Promise<{ password: string }> {
  const role = ROLES.find((known) => known === given.role && known !== 'DISPLAY');
  if (role === undefined) {
    const known = ROLES.filter((entry) => entry !== 'DISPLAY').join(', ');
    throw refuse(
      'INVALID',
      ['role'],
      `Vai trò phải là một trong: ${known}. Hãy chọn lại.`,
      `The role must be one of: ${known}. Choose one.`,
    );
  }
  const { email, displayName } = given;
  const unitId = await unitIdOf(tx, role, given.unit);
  const opening = { actor: null, now, path: ['email'] };
  const account = await openAccount(tx, { email, displayName, role, unitId }, opening);
  const password = await makePassword(tx.manager, account.id);
  appendEvent(tx, { ...accountEvent('PASSWORD_MADE', account, unitId, {}), occurredAt: now, actor: null });
  return { password };
}

async function unitIdOf(tx: Transaction, role: Role, code: string | null): Promise<string | null> {
  if (code === null) {
    if (!isUnitRole(role)) return null;
    throw refuse(
      'INVALID',
      ['unit'],
      `Vai trò ${role} cần mã đơn vị. Hãy thêm mã đơn vị.`,
      `The role ${role} needs the code of a unit. Add it.`,
    );
  }
  const unit = await tx.manager.findOneBy(Unit, { code: sameAs(code) });
  if (unit !== null) return unit.id;
  throw refuse(
    'NOT_FOUND',
    ['unit'],
    `Không có đơn vị “${code}”. Hãy kiểm tra lại mã.`,
    `There is no unit “${code}”. Check the code.`,
  );
}
