import { randomBytes } from 'node:crypto';
import { Unit } from '../organisation/public';
import { ROLES, type Role } from '../platform/access/actor';
import type { Transaction } from '../platform/database/transaction';
import { appendEvent } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import { refuse } from '../platform/lib/domain-error';
import { Account } from './account.entity';
import { AccountRole } from './account-role.entity';
import { AccountSecret } from './account-secret.entity';
import { hashPassword } from './password';

/** Whom to add. */
export interface NewAccount {
  readonly email: string;
  readonly displayName: string;
  readonly role: string;
  /** Code of the unit; needed for REPORTER and APPROVER. */
  readonly unit: string | null;
}

const UNIT_ROLES: readonly Role[] = ['REPORTER', 'APPROVER'];

/** Adds a person's account with one role, and makes up its password, which is returned once. For operators, who have no account to sign in with. */
export async function addAccount(tx: Transaction, given: NewAccount, now: Date): Promise<{ password: string }> {
  const email = given.email.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) {
    throw refuse('INVALID', ['email'], `"${given.email}" không phải là thư điện tử.`, `"${given.email}" is no e-mail.`);
  }
  const role = ROLES.find((known) => known === given.role && known !== 'DISPLAY');
  if (role === undefined) {
    const known = ROLES.filter((entry) => entry !== 'DISPLAY').join(', ');
    throw refuse('INVALID', ['role'], `Vai trò phải là một trong: ${known}.`, `The role must be one of: ${known}.`);
  }
  if ((await tx.manager.findOneBy(Account, { email })) !== null) {
    throw refuse('CONFLICT', ['email'], `Đã có tài khoản ${email}.`, `There is an account ${email} already.`);
  }
  const unitId = await unitIdOf(tx, role, given.unit);
  const password = randomBytes(12).toString('base64url');
  const account = await tx.manager.save(Account, { email, displayName: given.displayName, unitId, disabledAt: null });
  await tx.manager.save(AccountSecret, { accountId: account.id, passwordHash: await hashPassword(password) });
  await tx.manager.save(AccountRole, {
    accountId: account.id,
    role,
    unitId: UNIT_ROLES.includes(role) ? unitId : null,
  });
  appendEvent(tx, {
    type: 'ACCOUNT_ADDED',
    occurredAt: now,
    actor: null,
    subject: { type: 'Account', id: account.id },
    unitId,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data: { role },
  });
  return { password };
}

async function unitIdOf(tx: Transaction, role: Role, code: string | null): Promise<string | null> {
  if (code === null) {
    if (!UNIT_ROLES.includes(role)) return null;
    throw refuse('INVALID', ['unit'], `Vai trò ${role} cần mã đơn vị.`, `The role ${role} needs the code of a unit.`);
  }
  const unit = await tx.manager.findOneBy(Unit, { code });
  if (unit !== null) return unit.id;
  throw refuse('NOT_FOUND', ['unit'], `Không có đơn vị "${code}".`, `There is no unit "${code}".`);
}
