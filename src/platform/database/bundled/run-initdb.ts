import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { assertWanted, BundledPostgresError } from './bundled-postgres-error';
import { errorCode } from './error-code';
import { serverEnvironment } from './server-environment';
import { spawnIdentity, type ServerUser } from './server-user';

/** What runInitdb has to know. */
interface InitdbTask {
  /** empty folder owned by `user` */
  readonly folder: string;
  readonly user: ServerUser;
  readonly native: string;
  readonly passwordFile?: string;
  readonly stopping?: AbortSignal;
}

/**
 * Runs initdb to its end, or until it is not wanted any more; throws BundledPostgresError with what it said when it
 * fails. Takes about a second.
 */
export async function runInitdb(task: InitdbTask): Promise<void> {
  const child = spawn(join(task.native, 'bin', 'initdb'), initdbArguments(task), {
    ...spawnIdentity(task.user),
    cwd: task.native,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  const collect = (text: string): void => void (said = (said + text).slice(-4000));
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  const end = (): void => void child.kill();
  task.stopping?.addEventListener('abort', end);
  // closed only when its own children, which write to the same pipe, are gone too
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', (error) => reject(cannotRun(error)));
    child.once('close', resolve);
  }).finally(() => task.stopping?.removeEventListener('abort', end));
  assertWanted(task.stopping);
  if (code === 0) return;
  throw new BundledPostgresError(
    `The bundled PostgreSQL could not create its database (initdb: ${said.trim().split('\n').slice(-5).join(' | ')}): ` +
      'correct the cause, or set DATABASE_URL to use another PostgreSQL.',
  );
}

/** The error for binaries that the system will not execute (another C library, a volume mounted noexec). */
export function cannotRun(cause: unknown): BundledPostgresError {
  return new BundledPostgresError(
    `The bundled PostgreSQL cannot be run on this system (${errorCode(cause) ?? String(cause)}): set DATABASE_URL to a PostgreSQL 18 server.`,
    { cause },
  );
}

function initdbArguments({ folder, passwordFile }: InitdbTask): string[] {
  // Only Linux is sure to know C.UTF-8; collation comes from ICU everywhere, so C differs in nothing that shows.
  const locale = process.platform === 'linux' ? 'C.UTF-8' : 'C';
  return [
    ...['-D', folder, '-U', 'postgres', '--encoding=UTF8', `--locale=${locale}`, '--no-instructions'],
    ...['--locale-provider=icu', '--icu-locale=vi-VN'],
    ...(passwordFile === undefined ? ['--auth=trust'] : ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]),
  ];
}
