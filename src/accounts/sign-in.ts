import type { EntityManager } from 'typeorm';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import type { Database } from '../platform/database/database';
import { sameAs } from '../platform/database/same-as';
import type { Transaction } from '../platform/database/transaction';
import { sameText } from '../platform/lib/text-forms';
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
  const email = sameText(given.email);
  if (!(await maySignIn(address, email))) throw tooOften();
  const account = await findAccount(database.dataSource.manager, email);
  const secret =
    account === null ? null : await database.dataSource.manager.findOneBy(AccountSecret, { accountId: account.id });
  const matches = await isPassword(given.password, secret?.passwordHash ?? null);
  if (account === null || !matches || account.disabledAt !== null) {
    await noteFailure(address, email);
    throw wrong();
  }
  const verified = { accountId: account.id, passwordHash: secret!.passwordHash };
  const session = await database.transaction((tx) => openSession(tx, verified));
  if (session !== null) return session;
  await noteFailure(address, email);
  throw wrong();
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

function tooOften(): DomainError {
  return refuse(
    'RATE_LIMITED',
    ['input'],
    'Đăng nhập quá nhiều lần. Hãy thử lại sau ít phút.',
    'Too many sign-ins. Try again in a few minutes.',
  );
}
