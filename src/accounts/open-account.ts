import { sameAs } from '../platform/database/same-as';
import { plainText } from '../platform/lib/text-forms';
import type { Actor, Role } from '../platform/access/actor';
import type { Transaction } from '../platform/database/transaction';
import { appendEvent } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import { refuse } from '../platform/lib/domain-error';
import { Account } from './account.entity';
import { AccountRole } from './account-role.entity';
import { isUnitRole, toStoredEmail } from './account.rules';
import { accountEvents } from './account.events';

/** Whom an account is for, with its first role. */
export interface OpenedAccount {
  readonly email: string;
  readonly displayName: string;
  readonly role: Role;
  /** The unit in which the person works, and for which a unit's role is held. */
  readonly unitId: string | null;
}

/** Who opens it, when; `path` leads to the field of the e-mail. */
export interface Opening {
  readonly actor: Actor | null;
  readonly now: Date;
  readonly path: readonly string[];
}

/** Opens a person's account with one role, without a password. */
export async function openAccount(tx: Transaction, given: OpenedAccount, opening: Opening): Promise<Account> {
  const { role, unitId } = given;
  const displayName = plainText(given.displayName);
  const { actor, now, path } = opening;
  const email = toStoredEmail(given.email, path);
  if ((await tx.manager.findOneBy(Account, { email: sameAs(email) })) !== null) {
    throw refuse(
      'CONFLICT',
      path,
      `Đã có tài khoản ${email}. Hãy dùng tài khoản đó (giao thêm vai trò, mở lại nếu đang khóa) hoặc nhập thư điện tử khác.`,
      `There is an account ${email} already. Use it (give it the role, enable it if it is disabled), or enter another e-mail.`,
    );
  }
  const account = await tx.manager.save(Account, { email, displayName, unitId, disabledAt: null });
  await tx.manager.save(AccountRole, { accountId: account.id, role, unitId: isUnitRole(role) ? unitId : null });
  appendEvent(tx, {
    type: accountEvents.ACCOUNT_ADDED.type,
    occurredAt: now,
    actor,
    subject: { type: 'Account', id: account.id },
    unitId,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data: { role },
  });
  return account;
}
