import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { copyNativeFolder } from './copy-native-folder';
import { findBarrier, hasBits } from './find-barrier';
import type { NativeFolder } from './locate-native-folder';
import type { ServerUser } from './server-user';

/**
 * A folder with the binaries that the server's user can run: the package itself, or a copy below the temporary folder
 * when the package lies where that user cannot get (say a checkout below /root run by root).
 */
export async function reachableNativeFolder(
  native: NativeFolder,
  user: ServerUser,
  log: (message: string) => void,
): Promise<string> {
  if (user.isSelf || (await canRun(native.folder, user))) return native.folder;
  return copyNativeFolder(native, user, log);
}

async function canRun(folder: string, user: ServerUser): Promise<boolean> {
  if ((await findBarrier(folder, user)) !== undefined) return false;
  // npm gives one mode to all files of a package, so a few stand for the rest.
  for (const path of ['bin', 'bin/postgres', 'bin/initdb', 'lib', 'share']) {
    if (!hasBits(await stat(join(folder, path)), user, 0o5)) return false;
  }
  return true;
}
