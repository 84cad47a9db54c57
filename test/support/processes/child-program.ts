import { transformFile } from '@swc/core';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { ApiClient } from '../api-client';
import type { TestTarget } from '../database';
import type { DemoName } from '../program';
import { DEMO_PASSWORD } from '../test-server';

const ROOT = resolve(__dirname, '../../..');

/** The program as JavaScript in a folder of its own, to be run by plain node. */
export interface BuiltProgram {
  /** Where it lies; npm runs its scripts there, without building anything before. */
  readonly folder: string;
  /** Starts it on a database; resolves when it serves. */
  start(target: TestTarget, variables?: NodeJS.ProcessEnv): Promise<ChildProgram>;
  /** Starts several processes of it behind one port, with these variables beside the usual ones. */
  startCluster(variables: NodeJS.ProcessEnv): Promise<ChildProgram>;
  remove(): Promise<void>;
}

/** Turns the sources into JavaScript as the build does, only without looking at types. */
export async function buildProgram(): Promise<BuiltProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-built-'));
  for (const source of ['src', 'migrations']) await transpileFolder(source, folder);
  await writeFile(join(folder, 'package.json'), await manifest());
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    start: (target, variables) =>
      ChildProgram.start(join(folder, 'dist', 'src', 'main.js'), { DATABASE_URL: urlOf(target), ...variables }),
    startCluster: (variables) => ChildProgram.start(join(folder, 'dist', 'src', 'cluster.js'), variables),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** package.json without what npm would run before a script: it would build. */
async function manifest(): Promise<string> {
  const { scripts, ...rest } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const kept = Object.entries(scripts).filter(([name]) => !name.startsWith('pre'));
  return JSON.stringify({ ...rest, scripts: Object.fromEntries(kept) });
}

/** The address of a database as DATABASE_URL has it. */
export function urlOf({ user, host, port, database }: TestTarget): string {
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database}`;
}

async function transpileFolder(source: string, folder: string): Promise<void> {
  for (const entry of await readdir(join(ROOT, source), { recursive: true })) {
    const from = join(ROOT, source, entry);
    const to = join(folder, 'dist', source, entry);
    if (source === 'src' && entry.startsWith('web')) continue;
    if (entry.endsWith('.json')) {
      await mkdir(dirname(to), { recursive: true });
      await copyFile(from, to);
    }
    if (!entry.endsWith('.ts') || entry.endsWith('.test.ts')) continue;
    const { code } = await transformFile(from, {
      swcrc: false,
      configFile: false,
      jsc: {
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        target: 'es2022',
        keepClassNames: true,
      },
      module: { type: 'commonjs' },
    });
    await mkdir(dirname(to), { recursive: true });
    await writeFile(to.replace(/\.ts$/, '.js'), code);
  }
}

/** The program in a process of its own. */
export class ChildProgram {
  private readonly clients = new Map<DemoName, Promise<ApiClient>>();

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(file: string, variables: NodeJS.ProcessEnv): Promise<ChildProgram> {
    const child = spawn(process.execPath, [file], {
      env: { PATH: '/usr/bin:/bin', PORT: '0', DEMO: '1', DEMO_PASSWORD, LOG_LEVEL: 'warn', ...variables },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
      if (url === undefined) continue;
      child.stdout.resume();
      return new ChildProgram(child, url);
    }
    throw new Error('The program ended before it served.');
  }

  /** A client that has signed in. */
  as(name: DemoName): Promise<ApiClient> {
    const known = this.clients.get(name) ?? ApiClient.signIn(this.url, `${name}@demo.test`, DEMO_PASSWORD);
    this.clients.set(name, known);
    return known;
  }

  /** Sends it a signal. */
  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  /** Ends it as a power cut would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to stop; gives its exit code. */
  async stop(): Promise<number | null> {
    await this.end('SIGTERM');
    return this.child.exitCode;
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}
