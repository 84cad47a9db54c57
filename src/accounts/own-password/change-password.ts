import { hasRole, isOfficial } from '../../platform/access/actor';
import type { Command } from '../../platform/commands/command';
import { defineCommand } from '../../platform/commands/declared-command';
import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { sameText } from '../../platform/lib/text-forms';
import { Account } from '../account.entity';
import { accountEvent } from '../account.events';
import { ChangePasswordInput } from '../account.inputs';
import { AccountSecret } from '../account-secret.entity';
import { refusalsOfNewPassword } from './new-password.rules';
import { hashPassword, isPassword } from '../password';
import { SignInRefused } from '../sign-in';
import { countSignIn } from '../sign-in-limits';
import { revokeTokens } from '../tokens';

/** Somebody chooses the own password. The session that asks goes on, every other one of the account ends: whoever opened it with the old password is out. */
export const changePassword = defineCommand({
  name: 'changePassword',
  description: says(
    'Tự đổi mật khẩu của mình; phiên này giữ nguyên, các phiên khác của tài khoản chấm dứt ngay.',
    'Changes the own password; this session stays, the other sessions of the account end at once.',
  ),
  input: ChangePasswordInput,
  returns: { account: Account },
  rights({ actor }) {
    if (!hasRole(actor, 'DISPLAY') || isOfficial(actor)) return;
    throw refuse(
      'FORBIDDEN',
      ['input'],
      'Màn hình phòng họp không có mật khẩu. Hãy nhờ cơ quan thường trực thu hồi đường dẫn và tạo màn hình mới.',
      'A room’s screen has no password. Ask the secretariat to revoke its link and to make a new screen.',
    );
  },
  async run(command, { currentPassword, newPassword }) {
    const { tx, actor, append } = command;
    const account = await tx.manager.findOneOrFail(Account, {
      where: { id: actor.accountId },
      lock: { mode: 'pessimistic_write' },
    });
    const known = { currentPassword, email: account.email };
    const refusals: Refusal[] = [...refusalsOfNewPassword(newPassword, known, ['input', 'newPassword'])];
    if (!(await isOwnPassword(command, account, currentPassword))) refusals.unshift(wrong());
    if (refusals.length > 0) throw new DomainError(refusals);
    await tx.manager.save(AccountSecret, { accountId: account.id, passwordHash: await hashPassword(newPassword) });
    await revokeTokens(tx.manager, { accountId: account.id, exceptId: actor.tokenId });
    append(accountEvent('PASSWORD_CHANGED', account, account.unitId, {}));
    return { accountId: account.id };
  },
});

/** Whether a password is the account's. It counts as a sign-in: a session left open somewhere is no way to guess without limits. */
async function isOwnPassword({ tx, address }: Command, { id, email }: Account, password: string): Promise<boolean> {
  const attempt = await countSignIn(address, sameText(email ?? id));
  if ('retryAfter' in attempt) throw new SignInRefused(attempt, { vi: 'Nhập mật khẩu', en: 'passwords tried' });
  let isOwn: boolean;
  try {
    const secret = await tx.manager.findOneBy(AccountSecret, { accountId: id });
    isOwn = await isPassword(password, secret?.passwordHash ?? null, address);
  } catch (error) {
    // nobody guessed wrong: the database was away
    await attempt.takeBack();
    throw error;
  }
  if (isOwn) await attempt.takeBack();
  return isOwn;
}

function wrong(): Refusal {
  return {
    code: 'INVALID',
    path: ['input', 'currentPassword'],
    message: {
      vi: 'Mật khẩu đang dùng không đúng. Hãy nhập lại; nếu quên mật khẩu, hãy nhờ quản trị viên đặt lại.',
      en: 'The password in use is another one. Enter it again; an administrator can reset a forgotten password.',
    },
  };
}
