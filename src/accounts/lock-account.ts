import type { Actor } from '../platform/access/actor';
import type { Transaction } from '../platform/database/transaction';
import type { Authorise } from '../platform/commands/command';
import { lockRow } from '../platform/commands/rows';
import type { CalendarDate } from '../platform/lib/calendar-date';
import { refuse } from '../platform/lib/domain-error';
import { Account } from './account.entity';
import { AccountRole } from './account-role.entity';
import { canManageAccounts } from './accounts.policy';

const PATH = ['input', 'accountId'];

// administrators who take each other's rights at the same moment would wait for each other in a circle, or leave nobody
const ONE_AT_A_TIME = `select pg_advisory_xact_lock(hashtext('account.rights'))`;

/** Refuses whoever is no administrator. */
export function assertMayManage(actor: Actor, path: readonly string[]): void {
  if (canManageAccounts(actor)) return;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ quản trị viên được quản lý tài khoản và vai trò. Hãy nhờ quản trị viên.',
    'Only administrators manage accounts and roles. Ask one of them.',
  );
}

/** Asks who is an administrator. */
export const authoriseManaging: Authorise<object> = ({ actor }) => assertMayManage(actor, PATH);

/**
 * The account of a client's id, locked, for whoever is somebody else: nobody raises the own rights, and nobody ends them by mistake. A
 * screen's account goes with its screen.
 */
export async function lockManagedAccount(tx: Transaction, actor: Actor, globalId: string): Promise<Account> {
  await tx.query(ONE_AT_A_TIME);
  const account = await lockRow(tx.manager, Account, globalId);
  if (account === null)
    throw refuse(
      'NOT_FOUND',
      PATH,
      'Không có tài khoản này. Hãy chọn trong danh sách tài khoản (accounts).',
      'There is no such account. Choose one of the list of accounts.',
    );
  if (account.id === actor.accountId) {
    throw refuse(
      'FORBIDDEN',
      PATH,
      'Không được tự thay đổi quyền của chính mình. Hãy nhờ quản trị viên khác.',
      'Nobody changes the own rights. Ask another administrator.',
    );
  }
  if (await tx.manager.existsBy(AccountRole, { accountId: account.id, role: 'DISPLAY' })) {
    throw refuse(
      'INVALID',
      PATH,
      'Đây là tài khoản của một màn hình. Hãy thu hồi màn hình.',
      'This account belongs to a screen. Revoke the screen.',
    );
  }
  return account;
}

// a role that ends by itself leaves nobody behind one day
const ADMINISTRATORS = `select a.id from account a where a.disabled_at is null and a.id <> $1
  and exists (select from account_role r where r.account_id = a.id and r.role = 'ADMINISTRATOR'
    and coalesce(r.valid_from <= $2, true) and r.valid_to is null)`;

/** Refuses to take away the last administrator. Rights are changed one at a time, so that nobody else is going meanwhile. */
export async function assertAdministratorRemains(
  tx: Transaction,
  account: Account,
  today: CalendarDate,
): Promise<void> {
  if ((await tx.query(ADMINISTRATORS, [account.id, today])).length > 0) return;
  throw refuse(
    'CONFLICT',
    PATH,
    'Đây là quản trị viên cuối cùng. Hãy giao vai trò quản trị cho người khác trước.',
    'This is the last administrator. Give the role to somebody else first.',
  );
}
