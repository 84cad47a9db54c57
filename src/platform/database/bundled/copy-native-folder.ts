import { randomBytes } from 'node:crypto';
import { chmod, copyFile, lstat, mkdir, mkdtemp, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { BundledPostgresError } from './bundled-postgres-error';
import { unless } from './error-code';
import { hashTree, listTree, type TreeEntry } from './list-tree';
import type { NativeFolder } from './locate-native-folder';
import type { ServerUser } from './server-user';
import { findTemporaryFolder } from './temporary-folder';

/**
 * A copy of the binaries, made once per version and content, that everybody may read and only root may write. Appears
 * under its name complete (built aside, then renamed); what a cleaner of temporary files took away is put back. Called
 * by root only; throws BundledPostgresError when the name is taken by a folder that somebody else can write.
 */
export async function copyNativeFolder(
  native: NativeFolder,
  user: ServerUser,
  log: (message: string) => void,
): Promise<string> {
  const entries = await listTree(native.folder);
  const parent = await findTemporaryFolder(user);
  const copy = join(parent, `tiendo-postgres-${native.version}-${hashTree(entries)}`);
  if ((await lstat(copy).catch(unless('ENOENT'))) === undefined) {
    log(`The PostgreSQL programs are copied to ${copy}, because their user cannot reach ${native.folder}.`);
    await makeCopy(native.folder, entries, copy);
  }
  await assertRootsAlone(copy);
  for (const entry of entries) {
    if (!(await isInPlace(copy, entry))) await putInPlace(native.folder, copy, entry);
  }
  return copy;
}

async function makeCopy(source: string, entries: readonly TreeEntry[], copy: string): Promise<void> {
  const building = await mkdtemp(`${copy}.`);
  try {
    for (const entry of entries) await putInPlace(source, building, entry);
    await chmod(building, 0o755);
    await rename(building, copy).catch(unless('EEXIST', 'ENOTEMPTY', 'ENOTDIR'));
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

async function assertRootsAlone(copy: string): Promise<void> {
  const found = await lstat(copy);
  if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return;
  throw new BundledPostgresError(
    `${copy} is not a folder that only root can write, so PostgreSQL is not run from it: remove it and start again, ` +
      'or set DATABASE_URL to use another PostgreSQL.',
  );
}

async function isInPlace(copy: string, entry: TreeEntry): Promise<boolean> {
  const path = join(copy, entry.path);
  const found = await lstat(path).catch(unless('ENOENT'));
  if (!found) return false;
  if (entry.kind === 'link') return found.isSymbolicLink() && (await readlink(path)) === entry.mark;
  if ((found.mode & 0o777) !== modeOf(entry)) return false;
  return entry.kind === 'folder' ? found.isDirectory() : found.isFile() && String(found.size) === entry.mark;
}

async function putInPlace(source: string, copy: string, entry: TreeEntry): Promise<void> {
  const path = join(copy, entry.path);
  if (entry.kind === 'folder') {
    await mkdir(path).catch(unless('EEXIST'));
    return chmod(path, modeOf(entry));
  }
  const aside = `${path}.${randomBytes(4).toString('hex')}`;
  if (entry.kind === 'link') {
    await symlink(entry.mark, aside);
  } else {
    await copyFile(join(source, entry.path), aside);
    await chmod(aside, modeOf(entry));
  }
  await rename(aside, path);
}

function modeOf(entry: TreeEntry): number {
  return entry.kind === 'folder' || entry.isExecutable ? 0o755 : 0o644;
}
