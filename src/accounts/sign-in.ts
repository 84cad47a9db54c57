import type { EntityManager } from 'typeorm';
import { DomainError, refuse } from '../platform/lib/domain-error';
import type { Database } from '../platform/database/database';
import { sameAs } from '../platform/database/same-as';
import type { Transaction } from '../platform/database/transaction';
import { sameText } from '../platform/lib/text-forms';
import { Account } from './account.entity';
import { AccountSecret } from './account-secret.entity';
import { isPassword } from './password';
import { countSignIn, type SignInLimit } from './sign-in-limits';
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
  const email = sameText(given.email);
  const attempt = await countSignIn(address, email);
  if ('retryAfter' in attempt) throw new SignInRefused(attempt);
  let session: Session | null;
  try {
    session = await openVerified(database, address, email, given.password);
  } catch (error) {
    // nobody guessed wrong: the database was away
    await attempt.takeBack();
    throw error;
  }
  if (session === null) throw wrong();
  await attempt.takeBack();
  return session;
}

/** Opens a session where the password is the account's; null where it is not, or there is no such account to sign in to. */
async function openVerified(
  database: Database,
  address: string,
  email: string,
  password: string,
): Promise<Session | null> {
  const { manager } = database.dataSource;
  const account = await findAccount(manager, email);
  const secret = account === null ? null : await manager.findOneBy(AccountSecret, { accountId: account.id });
  const matches = await isPassword(password, secret?.passwordHash ?? null, address);
  if (account === null || !matches || account.disabledAt !== null) return null;
  const verified = { accountId: account.id, passwordHash: secret!.passwordHash };
  return database.transaction((tx) => openSession(tx, verified));
}

/** The account of an e-mail: as it is kept, else as it was typed before there was one form. */
async function findAccount(manager: EntityManager, email: string): Promise<Account | null> {
  return (await manager.findOneBy(Account, { email })) ?? manager.findOneBy(Account, { email: sameAs(email) });
}

/**
 * Issues a token if the account still stands with the password that was verified; null where it was disabled or got another password meanwhile. Until the
 * transaction ends nobody does either, so that whoever ends all sessions ends this one with them.
 */
async function openSession(
  { manager }: Transaction,
  { accountId, passwordHash }: { accountId: string; passwordHash: string },
): Promise<Session | null> {
  const lock = { mode: 'pessimistic_read' } as const;
  const account = await manager.findOne(Account, { where: { id: accountId }, lock });
  if (account?.disabledAt !== null) return null;
  if (!(await manager.existsBy(AccountSecret, { accountId, passwordHash }))) return null;
  const { token, expiresAt } = await issueToken(manager, accountId, SESSION_DAYS);
  return { token, expiresAt };
}

function wrong(): DomainError {
  return refuse(
    'INVALID',
    ['input', 'password'],
    'Thư điện tử hoặc mật khẩu không đúng. Hãy nhập lại; nếu quên mật khẩu, hãy nhờ quản trị viên đặt lại.',
    'The e-mail or the password is wrong. Enter them again; an administrator can reset a forgotten password.',
  );
}

/** A sign-in, or a password typed for whatever else, that came too soon: says which limit, and when there is room again. */
export class SignInRefused extends DomainError {
  constructor({ most, within, retryAfter }: SignInLimit, what = { vi: 'Đăng nhập', en: 'sign-ins' }) {
    const minutes = within / 60;
    const wait = Math.ceil(retryAfter / 60);
    const message = {
      vi: `${what.vi} quá nhiều lần: tối đa ${most} lần trong ${minutes} phút. Hãy thử lại sau ${wait} phút.`,
      en: `Too many ${what.en}: at most ${most} within ${minutes} min. Try again in ${wait} min.`,
    };
    super([{ code: 'RATE_LIMITED', path: ['input'], message }], undefined, retryAfter);
  }
}
