import { realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { BundledPostgresError } from './bundled-postgres-error';
import { unless } from './error-code';
import { findBarrier } from './find-barrier';
import type { ServerUser } from './server-user';

/**
 * The system's temporary folder as a real path, else `/tmp` where the server's user cannot get into the former or where a
 * name of `room` bytes below it would pass `longest` bytes. Throws BundledPostgresError when neither serves.
 */
export async function findTemporaryFolder(user: ServerUser, room = 0, longest = Infinity): Promise<string> {
  for (const candidate of [tmpdir(), '/tmp']) {
    const folder = await realpath(candidate).catch(unless('ENOENT', 'EACCES'));
    if (folder === undefined || Buffer.byteLength(folder) + 1 + room > longest) continue;
    if ((await findBarrier(folder, user)) === undefined) return folder;
  }
  throw new BundledPostgresError(
    `The temporary folder ${tmpdir()} is unreachable for PostgreSQL or its path is too long for a socket: ` +
      'set TMPDIR to a short folder that every user may pass, or set DATABASE_URL to use another PostgreSQL.',
  );
}
