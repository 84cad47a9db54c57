import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ServerUser } from './server-user';

/**
 * The topmost folder on the way to `path` (itself included, when it is a folder) that `user` may not pass, or undefined.
 * `path` is a real path. Judges by the mode bits alone: access lists that grant more are not seen.
 */
export async function findBarrier(path: string, user: ServerUser): Promise<string | undefined> {
  if (user.isSelf) return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : await findBarrier(parent, user);
  if (above) return above;
  const found = await stat(path);
  return found.isDirectory() && !hasBits(found, user, 0o1) ? path : undefined;
}

/** Whether the mode bits of a file let `user` do what `bits` says (4 read, 2 write, 1 execute or pass). */
export function hasBits(file: { uid: number; gid: number; mode: number }, user: ServerUser, bits: number): boolean {
  const shift = file.uid === user.uid ? 6 : file.gid === user.gid ? 3 : 0;
  return ((file.mode >> shift) & bits) === bits;
}
