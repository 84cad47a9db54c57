import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, readlink, realpath, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { BundledPostgresError } from './bundled-postgres-error';
import { errorCode, unless } from './error-code';
import { findBarrier } from './find-barrier';
import { chooseServerUser, type ServerUser } from './server-user';

/** Where data goes that cannot lie in the program's own data directory. */
const SYSTEM_FOLDER = '/var/lib/tiendo';

/** The place of the database's files. */
interface DataFolder {
  /** PGDATA as a path without symlinks; need not exist yet */
  readonly folder: string;
  /** owner of the files, whom PostgreSQL runs as */
  readonly user: ServerUser;
  /** where a symlink to `folder` belongs, when the data does not lie in the data directory itself */
  readonly link?: string;
}

/** Throws BundledPostgresError when a data directory holds no database; changes nothing. */
export async function assertDatabaseThere(dataDir: string): Promise<void> {
  if ((await stat(join(dataDir, 'postgres', 'PG_VERSION')).catch(unless('ENOENT', 'ENOTDIR'))) !== undefined) return;
  throw new BundledPostgresError(
    `There is no database in ${dataDir}: set DATA_DIR to the folder of the program's data, ` +
      'or DATABASE_URL to the server that has it.',
  );
}

/** Creates the data directory when needed and returns its real path. */
export async function prepareDataDir(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true });
    return await realpath(dataDir);
  } catch (error) {
    throw new BundledPostgresError(
      `The data directory ${dataDir} cannot be used (${errorCode(error) ?? String(error)}): ` +
        'choose a folder that this program may write, or set DATABASE_URL to use another PostgreSQL.',
      { cause: error },
    );
  }
}

/**
 * Decides where the database of a data directory (a real path) lies and who owns it: `<dataDir>/postgres`, or a folder
 * below /var/lib/tiendo when the server's user cannot pass one of the folders above. No mode of such a folder is changed.
 */
export async function placeDataFolder(dataDir: string, log: (message: string) => void): Promise<DataFolder> {
  const inside = join(dataDir, 'postgres');
  const present = await lstat(inside).catch(unless('ENOENT'));
  if (present) {
    const folder = await realpath(inside).catch(async (error: unknown) => {
      throw new BundledPostgresError(
        `${inside} leads to ${await readlink(inside)}, which is not there: bring that folder back, or remove the link ` +
          'to begin with an empty database.',
        { cause: error },
      );
    });
    const user = await chooseServerUser(await stat(folder));
    await assertPassable(folder, user);
    return { folder, user };
  }
  const user = await chooseServerUser(undefined);
  const barrier = await findBarrier(dataDir, user);
  if (barrier === undefined) return { folder: inside, user };
  return { ...(await placeOutside(dataDir, barrier, user, log)), link: inside };
}

/** Makes the symlink from the data directory to data that lies elsewhere; called when the data is there. */
export async function linkDataFolder({ folder, link }: DataFolder): Promise<void> {
  if (link !== undefined) await symlink(folder, link).catch(unless('EEXIST'));
}

async function placeOutside(
  dataDir: string,
  barrier: string,
  user: ServerUser,
  log: (message: string) => void,
): Promise<{ folder: string; user: ServerUser }> {
  const home = join(SYSTEM_FOLDER, createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  for (const path of [SYSTEM_FOLDER, home]) await makeRootFolder(path);
  const folder = join(home, 'postgres');
  const earlier = await stat(folder).catch(unless('ENOENT'));
  log(
    `PostgreSQL does not run as root, and its user may not pass ${barrier}: the database is kept in ${folder}` +
      (earlier ? ', where this data directory had one before.' : '.'),
  );
  const owner = earlier ? await chooseServerUser(earlier) : user;
  await assertPassable(home, owner);
  return { folder, user: owner };
}

async function makeRootFolder(path: string): Promise<void> {
  const isNew = await mkdir(path, { recursive: true }).catch((error: unknown) => {
    throw new BundledPostgresError(
      `The database must be kept outside of its data directory, but ${path} cannot be created ` +
        `(${errorCode(error) ?? String(error)}): choose a data directory that every user may pass, or set DATABASE_URL.`,
      { cause: error },
    );
  });
  if (isNew !== undefined) await chmod(path, 0o755);
  const found = await lstat(path);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw new BundledPostgresError(
    `${path} is not a folder that only root can write, so no database is kept there: correct its owner and mode, or set DATABASE_URL.`,
  );
}

async function assertPassable(folder: string, user: ServerUser): Promise<void> {
  const barrier = await findBarrier(join(folder, '..'), user);
  if (barrier === undefined) return;
  throw new BundledPostgresError(
    `The database in ${folder} belongs to the user with id ${user.uid}, who may not pass ${barrier}: ` +
      'start this program as that user, or move the data directory to a folder that every user may pass.',
  );
}
