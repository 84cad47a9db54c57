import { chown, lchown, mkdtemp, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BundledPostgresError } from './bundled-postgres-error';
import { errorCode, unless } from './error-code';
import { listTree } from './list-tree';
import { runInitdb } from './run-initdb';
import type { ServerUser } from './server-user';

const AN_HOUR_MS = 3_600_000;

/** What initialiseDataFolder has to know. */
interface Initialisation {
  /** PGDATA */
  readonly folder: string;
  readonly user: ServerUser;
  /** folder of the binaries and their major version */
  readonly native: string;
  readonly major: string;
  /** password file where the server is reached over TCP */
  readonly passwordFile?: string;
  readonly stopping?: AbortSignal;
  readonly log: (message: string) => void;
}

/**
 * Makes sure that PGDATA is a data directory of the right major version that the server's user owns. A new one is made
 * aside and renamed, so that it is either absent or complete and two programs may start at once.
 */
export async function initialiseDataFolder(task: Initialisation): Promise<void> {
  if ((await majorOf(task.folder)) === undefined) {
    await assertEmpty(task.folder);
    await create(task);
  }
  const major = await majorOf(task.folder);
  if (major !== task.major) {
    throw new BundledPostgresError(
      `The database in ${task.folder} was made by PostgreSQL ${major}, but this program brings PostgreSQL ${task.major}: ` +
        'carry the data over with pg_dump of the old version, or run the old version yourself and set DATABASE_URL.',
    );
  }
  await removeLeftovers(task.folder);
  if (!task.user.isSelf && (await stat(task.folder)).uid === 0) await handOver(task);
}

async function create(task: Initialisation): Promise<void> {
  const building = await mkdtemp(`${task.folder}.new-`);
  try {
    if (!task.user.isSelf) await chown(building, task.user.uid, task.user.gid);
    await runInitdb({ ...task, folder: building });
    await rename(building, task.folder).catch((error: unknown) => {
      if (['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(errorCode(error) ?? '')) return; // another program was faster
      throw error;
    });
    await syncFolder(dirname(task.folder));
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function majorOf(folder: string): Promise<string | undefined> {
  return (await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(unless('ENOENT')))?.trim();
}

async function assertEmpty(folder: string): Promise<void> {
  const names = await readdir(folder).catch(unless('ENOENT'));
  // Whoever was faster has renamed a whole data directory to here in the meantime.
  if (!names?.length || names.includes('PG_VERSION')) return;
  throw new BundledPostgresError(
    `${folder} holds files but no PostgreSQL database: move them away, or choose another data directory.`,
  );
}

/** Without this a power failure could undo the rename after transactions in it were acknowledged. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Removes what programs killed during initdb left behind; the young may still be at it. */
async function removeLeftovers(folder: string): Promise<void> {
  const parent = dirname(folder);
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(folder)}.new-`)) continue;
    const found = await stat(join(parent, name)).catch(unless('ENOENT'));
    if (!found || Date.now() - found.mtimeMs < AN_HOUR_MS) continue;
    await rm(join(parent, name), { recursive: true, force: true });
  }
}

/** A backup that root has copied back belongs to root, which PostgreSQL refuses. */
async function handOver({ folder, user, log }: Initialisation): Promise<void> {
  log(
    `The files of ${folder} belong to root: they are given to the user with id ${user.uid}, whom PostgreSQL runs as.`,
  );
  for (const { path } of await listTree(folder)) await lchown(join(folder, path), user.uid, user.gid);
  await chown(folder, user.uid, user.gid);
}
