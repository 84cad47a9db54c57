import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unless } from './error-code';

/** What a server writes about itself to `postmaster.pid`. */
export interface PostmasterFile {
  readonly pid: number;
  /** socket folder or loopback address and its port; undefined while the server has not opened it yet */
  readonly host?: string;
  readonly port?: number;
  readonly isReady: boolean;
}

/** Reads `postmaster.pid` of a data directory; undefined when there is none or it is not written yet. */
export async function readPostmasterFile(dataFolder: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(join(dataFolder, 'postmaster.pid'), 'utf8').catch(unless('ENOENT'));
  return text === undefined ? undefined : parsePostmasterFile(text);
}

/** The lines are: pid, data directory, start time, port, socket folder, address, shared memory, status. */
function parsePostmasterFile(text: string): PostmasterFile | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  const host = lines[4] || lines[5] || undefined;
  return { pid, host, port: Number.isInteger(port) && port > 0 ? port : undefined, isReady: lines[7] === 'ready' };
}
