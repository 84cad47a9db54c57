import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BundledPostgresError } from './bundled-postgres-error';
import { errorCode, unless } from './error-code';

/**
 * npm archives cannot hold symlinks: the package makes them in its install script from `pg-symlinks.json`. Where scripts
 * are blocked, this makes the missing ones. Throws BundledPostgresError when the folder is not writable.
 */
export async function restoreSymlinks(nativeFolder: string): Promise<void> {
  const text = await readFile(join(nativeFolder, 'pg-symlinks.json'), 'utf8').catch(unless('ENOENT'));
  if (text === undefined) return;
  const listed: unknown = JSON.parse(text);
  for (const { source, target } of Array.isArray(listed) ? listed.filter(isLink) : []) {
    // The list speaks relative to the package, one level above the folder.
    const [from, to] = [resolve(nativeFolder, '..', source), resolve(nativeFolder, '..', target)];
    if (!from.startsWith(nativeFolder + sep) || !to.startsWith(nativeFolder + sep)) continue;
    if (await lstat(to).catch(unless('ENOENT'))) continue;
    await symlink(relative(dirname(to), from), to).catch((error: unknown) => {
      if (errorCode(error) === 'EEXIST') return;
      throw new BundledPostgresError(
        `The install script of the bundled PostgreSQL did not run and ${nativeFolder} cannot be completed ` +
          `(${errorCode(error) ?? String(error)}): run "npm rebuild" as the owner of node_modules, or set DATABASE_URL.`,
        { cause: error },
      );
    });
  }
}

function isLink(entry: unknown): entry is { source: string; target: string } {
  if (typeof entry !== 'object' || entry === null || !('source' in entry) || !('target' in entry)) return false;
  return typeof entry.source === 'string' && typeof entry.target === 'string';
}
