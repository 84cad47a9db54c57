import { execFile } from 'node:child_process';
import { readFile, readlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { errorCode, unless } from './error-code';

const run = promisify(execFile);

/** Whether a process (or a thread) has this id, be it one that has ended and that nobody has waited for. */
export function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/**
 * Whether `pid` is, at this moment, a PostgreSQL server on this data directory. A pid alone proves nothing: after a crash
 * or in a new container it may be anything; and a dead server that nobody has waited for keeps its pid.
 */
export async function isPostmaster(pid: number, dataFolder: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform === 'win32') return (await ask('tasklist', '/NH', '/FI', `PID eq ${pid}`)).includes('postgres');
  const command = process.platform === 'linux' ? await readCommand(pid) : await askPs(pid);
  // Backends rename themselves to "postgres: …", so only the server itself has the plain name.
  if (basename(command[0] ?? '') !== 'postgres') return false;
  if (command.includes(dataFolder) || process.platform !== 'linux') return command.includes(dataFolder);
  // Started by hand with a relative path: a server's working folder is its data directory. Not always ours to read.
  const folder = await readlink(`/proc/${pid}/cwd`).catch(unless('ENOENT', 'EACCES', 'EPERM'));
  return folder === undefined || folder === dataFolder;
}

async function readCommand(pid: number): Promise<string[]> {
  const text = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(unless('ENOENT', 'ESRCH', 'EACCES'));
  return (text ?? '').split('\0');
}

/** macOS: program and data directory as launchPostmaster names them; a server nobody has waited for has parentheses. */
async function askPs(pid: number): Promise<string[]> {
  return (await ask('ps', '-ww', '-o', 'command=', '-p', String(pid))).trim().split(/ -[Dk] /);
}

async function ask(program: string, ...words: string[]): Promise<string> {
  return run(program, words).then(
    ({ stdout }) => stdout,
    () => '',
  );
}
