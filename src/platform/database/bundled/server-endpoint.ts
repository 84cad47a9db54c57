import { createServer } from 'node:net';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './error-code';
import type { ServerUser } from './server-user';
import { prepareSocketFolder } from './socket-folder';
import { findTemporaryFolder } from './temporary-folder';

/** Where a server is reached, and what makes it listen there. */
export interface ServerEndpoint {
  readonly host: string;
  readonly port: number;
  readonly password?: string;
}

/** The name of the socket inside of its folder; with the slash, room that a path limit must leave. */
const SOCKET_NAME = '.s.PGSQL.5432';
/** The limit of Linux is 107 bytes, that of macOS 103. */
const LONGEST_SOCKET_PATH = 99;

/**
 * An endpoint nobody else can reach: a socket in a private folder; on Windows, which lacks these, a free port of the
 * loopback interface behind a random password.
 */
export async function prepareEndpoint(
  dataFolder: string,
  user: ServerUser,
  password?: string,
): Promise<ServerEndpoint> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await findFreePort(), password };
  const name = `tiendo-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
  const parent = await findTemporaryFolder(user, name.length + 1 + SOCKET_NAME.length, LONGEST_SOCKET_PATH);
  return { host: await prepareSocketFolder(join(parent, name), user), port: 5432 };
}

/** The arguments of `postgres` for an endpoint. */
export function endpointArguments({ host, port }: ServerEndpoint): string[] {
  const isSocket = host.startsWith('/');
  return ['-k', isSocket ? host : '', '-c', `listen_addresses=${isSocket ? '' : host}`, '-c', `port=${port}`];
}

/** The file with the password of a server reached over TCP (Windows only); made when missing. */
export async function preparePasswordFile(dataDir: string): Promise<{ file: string; password: string } | undefined> {
  if (process.platform !== 'win32') return undefined;
  const file = join(dataDir, 'postgres.password');
  await writeFile(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' }).catch(unless('EEXIST'));
  return { file, password: (await readFile(file, 'utf8')).trim() };
}

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
