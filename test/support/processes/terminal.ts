import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** util-linux' `script` gives a command a terminal of its own; Debian has it everywhere. */
const SCRIPT = '/usr/bin/script';

/** Whether this machine can give a command a terminal, and tells which processes run. */
export const hasTerminals = process.platform === 'linux' && existsSync(SCRIPT);

/** Says which tests are skipped because nothing can give a command a terminal. */
export function nameSkippedTerminalTests(): void {
  if (hasTerminals) return;
  console.log(`\nSkipped, since ${SCRIPT} is not there: "in a terminal" of test/faults/stop-signals.test.ts`);
}

/** What npm and node are found by. */
export const PATH = `${dirname(process.execPath)}:/usr/bin:/bin`;

/** A command in a terminal, as a person has it. */
export class Terminal {
  /** Everything that was printed. */
  shown = '';
  private readonly ended: Promise<number | null>;

  private constructor(private readonly script: ChildProcess) {
    script.stdout!.setEncoding('utf8').on('data', (text: string) => (this.shown += text));
    this.ended = once(script, 'exit').then(([code]) => code as number | null);
  }

  static run(command: string, cwd: string, variables: NodeJS.ProcessEnv): Terminal {
    const options = { cwd, env: { PATH, SHELL: '/bin/sh', ...variables } };
    return new Terminal(
      spawn(SCRIPT, ['-qec', `exec ${command}`, '/dev/null'], { ...options, stdio: ['pipe', 'pipe', 'inherit'] }),
    );
  }

  /** Presses Ctrl-C: the terminal sends SIGINT to everything that runs in its foreground. */
  interrupt(): void {
    this.script.stdin!.write('\x03');
  }

  /** Closes the window. */
  close(): void {
    this.script.kill('SIGKILL');
  }

  /** The command's exit code, once it has ended. */
  exitCode(): Promise<number | null> {
    return this.ended;
  }
}

/**
 * The living processes that work on a folder, by their command line, their environment, or as children of such a one.
 */
export async function processesOn(folder: string): Promise<string[]> {
  const found = new Map<number, string>();
  const others: { pid: number; parent: number; command: string }[] = [];
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)) {
    const [command, environment, status] = await Promise.all(
      ['cmdline', 'environ', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
    );
    const [, state, parent] = /\) (\S) (\d+)/.exec(status!) ?? [];
    // one that has ended and that nobody has waited for is gone
    if (state === undefined || state === 'Z' || pid === process.pid) continue;
    const line = `${pid} ${command!.replaceAll('\0', ' ').trim()}`;
    if (command!.includes(folder) || environment!.includes(folder)) found.set(pid, line);
    else others.push({ pid, parent: Number(parent), command: line });
  }
  for (const { pid, parent, command } of others) if (found.has(parent)) found.set(pid, command);
  return [...found.values()];
}
