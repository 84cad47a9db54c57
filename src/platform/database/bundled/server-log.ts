import { constants, copyFile, open, rename, stat, truncate, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './error-code';
import type { ServerUser } from './server-user';

const MAX_BYTES = 10_000_000;
const CHECK_EVERY_MS = 600_000;
const TAIL_BYTES = 4_000;

/** The file that the server writes its messages to: a file and no pipe, so that it survives the death of the program. */
export function serverLogPath(dataDir: string): string {
  return join(dataDir, 'postgres.log');
}

/** Opens the log for a new server; over 10 MB it becomes `postgres.log.1` and a new one begins. */
export async function openServerLog(dataDir: string, user: ServerUser): Promise<{ handle: FileHandle; start: number }> {
  const path = serverLogPath(dataDir);
  if ((await sizeOf(path)) > MAX_BYTES) await rename(path, `${path}.1`);
  // Never through a link: root may be at work in a folder of somebody else.
  // eslint-disable-next-line @typescript-eslint/no-useless-default-assignment -- Windows has no such flag, whatever the types say
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0 } = constants;
  const handle = await open(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW, 0o600);
  if (!user.isSelf) await handle.chown(user.uid, user.gid);
  return { handle, start: (await handle.stat()).size };
}

/** The last lines written since `start` (bytes), for an error message. */
export async function readServerLogTail(dataDir: string, start: number): Promise<string> {
  const path = serverLogPath(dataDir);
  const size = await sizeOf(path);
  const from = Math.max(start, size - TAIL_BYTES);
  if (size <= from) return '';
  const handle = await open(path, 'r');
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(size - from), 0, size - from, from)
    .finally(() => handle.close());
  const lines = buffer.toString('utf8', 0, bytesRead).trim().split('\n');
  return lines.slice(-6).join(' | ');
}

/**
 * Keeps the log of a long-lived server bounded too: every ten minutes one over 10 MB is copied to `postgres.log.1` and
 * emptied in place (the server appends, so it goes on at the beginning). Returns the function that ends this.
 */
export function boundServerLog(dataDir: string, log: (message: string) => void): () => void {
  const path = serverLogPath(dataDir);
  const check = async (): Promise<void> => {
    if ((await sizeOf(path)) <= MAX_BYTES) return;
    await copyFile(path, `${path}.1`);
    await truncate(path);
  };
  const timer = setInterval(() => {
    check().catch((error: unknown) => log(`PostgreSQL's log ${path} could not be shortened: ${String(error)}`));
  }, CHECK_EVERY_MS).unref();
  return () => clearInterval(timer);
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(unless('ENOENT')))?.size ?? 0;
}
