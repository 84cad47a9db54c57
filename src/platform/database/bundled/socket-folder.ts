import { chown, lstat, mkdir } from 'node:fs/promises';
import { BundledPostgresError } from './bundled-postgres-error';
import { unless } from './error-code';
import type { ServerUser } from './server-user';

/**
 * Makes the private folder of the server's socket and returns its path. The temporary folder is everybody's: a folder,
 * link or file that somebody else put there under this name is refused, for it could lead to a false server.
 */
export async function prepareSocketFolder(folder: string, user: ServerUser): Promise<string> {
  await mkdir(folder, { mode: 0o700 }).catch(unless('EEXIST'));
  const found = await lstat(folder);
  // Still root's, when another program started by root made it a moment ago.
  const isOurs = found.uid === user.uid || (!user.isSelf && found.uid === 0);
  if (!found.isDirectory() || !isOurs || (found.mode & 0o077) !== 0) {
    throw new BundledPostgresError(
      `${folder} is not a private folder of the user with id ${user.uid}, so PostgreSQL's socket is not put there: ` +
        'find out who made it and remove it, or set TMPDIR to another folder.',
    );
  }
  if (found.uid !== user.uid) await chown(folder, user.uid, user.gid);
  return folder;
}
