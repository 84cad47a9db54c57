import { transformFile } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import type { BundledPostgres } from '../../src/platform/database/bundled/start-bundled-postgres';

const ROOT = resolve(__dirname, '../..');
const SOURCES = join(ROOT, 'src/platform/database/bundled');

/** What a program in a process of its own says about its start: the instance or the refusal. */
export type Outcome = Partial<Pick<BundledPostgres, 'connection' | 'pid' | 'tookOver'>> & {
  error?: string;
  log: string[];
};

const PROGRAM = `
const { startBundledPostgres } = require('./start-bundled-postgres');
const log = [];
const say = (word) => process.stdout.write(JSON.stringify(word) + '\\n');
const options = { ...JSON.parse(process.argv[2]), log: (message) => log.push(message) };
startBundledPostgres(options).then(
  (postgres) => {
    process.stdin.once('data', () => postgres.stop().then(() => process.exit()));
    say({ connection: postgres.connection, pid: postgres.pid, tookOver: postgres.tookOver, log });
  },
  (error) => { say({ error: error.name + ': ' + error.message, log }); },
);
`;

/** Turns the sources into JavaScript in `folder`, with a program that starts the database and stops it on a word. */
export async function compileProgram(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  for (const name of (await readdir(SOURCES)).filter((file) => /(?<!\.test)\.ts$/.test(file))) {
    const { code } = await transformFile(join(SOURCES, name), {
      swcrc: false,
      configFile: false,
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    await writeFile(join(folder, `${basename(name, '.ts')}.js`), code);
  }
  await writeFile(join(folder, 'program.js'), PROGRAM);
  return join(folder, 'program.js');
}

/** A program in a process of its own that works with the bundled database. */
export class Program {
  private constructor(
    readonly child: ChildProcess,
    private readonly lines: Interface,
  ) {}

  static run(file: string, options: { dataDir: string; purpose: 'server' | 'tool'; settings?: object }): Program {
    const child = spawn(process.execPath, [file, JSON.stringify(options)], {
      env: { PATH: '/usr/bin:/bin', NODE_PATH: join(ROOT, 'node_modules') },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    return new Program(child, createInterface({ input: child.stdout }));
  }

  /** How the start went. */
  async outcome(): Promise<Outcome> {
    const [line] = (await once(this.lines, 'line')) as [string];
    return JSON.parse(line) as Outcome;
  }

  /** Lets the program stop the database and end. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.stdin?.write('stop\n');
    await ended;
  }

  /** Ends the program as a power button would. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
