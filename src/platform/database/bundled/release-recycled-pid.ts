import { chown, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './error-code';
import { isAlive, isPostmaster } from './is-postmaster';
import type { ServerUser } from './server-user';

/**
 * After a crash PostgreSQL refuses to start while any process of its user has the pid in an old lock file, as happens in
 * containers, where the same small pids come round. This writes the pid of this program there instead: PostgreSQL knows
 * that its parent cannot be the server and goes on, and still finds backends of the dead server by the shared memory
 * named further down in the file, which removing the file would prevent. Does nothing while the server lives.
 */
export async function releaseRecycledPid(dataFolder: string, socketFolder: string, user: ServerUser): Promise<void> {
  for (const file of [join(dataFolder, 'postmaster.pid'), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const text = await readFile(file, 'utf8').catch(unless('ENOENT'));
    const pid = Number(text?.split('\n')[0]);
    if (text === undefined || !Number.isInteger(pid) || pid <= 0 || pid === process.pid) continue;
    if (!isAlive(pid) || (await isPostmaster(pid, dataFolder))) continue;
    const aside = `${file}.${process.pid}`;
    await writeFile(aside, text.replace(/^.*/, String(process.pid)), { mode: 0o600 });
    if (!user.isSelf) await chown(aside, user.uid, user.gid);
    await rename(aside, file);
  }
}
