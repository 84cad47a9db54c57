import { type DomainError, refuse } from '../platform/lib/domain-error';
import type { Database } from '../platform/database/database';
import { Account } from './account.entity';
import { AccountSecret } from './account-secret.entity';
import { isPassword } from './password';
import { maySignIn, noteFailure } from './sign-in-limits';
import { issueToken, SESSION_DAYS } from './tokens';

/** What a sign-in gives. */
export interface Session {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Opens a session for an e-mail and its password. Wrong e-mail and wrong password are the same answer, after the same time. */
export async function signIn(
  database: Database,
  address: string,
  given: { email: string; password: string },
): Promise<Session> {
  const email = given.email.trim().toLowerCase();
  if (!(await maySignIn(address, email))) throw tooOften();
  const account = await database.dataSource.manager.findOneBy(Account, { email });
  const secret =
    account === null ? null : await database.dataSource.manager.findOneBy(AccountSecret, { accountId: account.id });
  const matches = await isPassword(given.password, secret?.passwordHash ?? null);
  if (account === null || !matches || account.disabledAt !== null) {
    await noteFailure(address, email);
    throw wrong();
  }
  const { token, expiresAt } = await database.transaction((tx) => issueToken(tx.manager, account.id, SESSION_DAYS));
  return { token, expiresAt };
}

function wrong(): DomainError {
  return refuse(
    'INVALID',
    ['input', 'password'],
    'Thư điện tử hoặc mật khẩu không đúng. Hãy nhập lại.',
    'The e-mail or the password is wrong. Enter them again.',
  );
}

function tooOften(): DomainError {
  return refuse(
    'RATE_LIMITED',
    ['input'],
    'Đăng nhập quá nhiều lần. Hãy thử lại sau ít phút.',
    'Too many sign-ins. Try again in a few minutes.',
  );
}
