import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(__dirname, '..', '..', '..');
const PLACES = ['/usr/sbin/nats-server', '/usr/bin/nats-server', '/usr/local/bin/nats-server'];

/** Where a NATS server is on this machine; null when it is nowhere. */
const serverPath = PLACES.find((path) => existsSync(path)) ?? null;

/** Tests that need a NATS server. Without one they are skipped by name, unless REQUIRE_NATS=1 says that they must run. */
export function describeWithNats(name: string, tests: () => void): void {
  if (serverPath !== null) describe(name, tests);
  else if (process.env.REQUIRE_NATS === '1') {
    test(`${name}: nats-server is required`, () => {
      throw new Error(`No nats-server at ${PLACES.join(', ')}.`);
    });
  } else describe.skip(`${name} (skipped: no nats-server on this machine)`, tests);
}

/** Says which tests a run without a NATS server leaves out: jest itself only counts them. */
export function nameSkippedNatsTests(): void {
  if (serverPath !== null) return;
  const files = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join('test', name))
    .filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('describeWithNats('));
  console.log(`\nSkipped, since no nats-server is installed: ${files.join(', ')}`);
}

/** A NATS server of a test's own. */
export class NatsServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
  ) {}

  /** Starts one, on a free port or on the one of a server that was killed; resolves when it takes connections. */
  static async start(port: number | null = null, settings: readonly string[] = []): Promise<NatsServer> {
    const words = ['--addr', '127.0.0.1', '--port', String(port ?? -1), ...settings];
    const child = spawn(serverPath!, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    for await (const line of createInterface({ input: child.stderr })) {
      said += `${line}\n`;
      const listening = /Listening for client connections on [\d.]+:(\d+)/.exec(said)?.[1];
      if (listening === undefined || !line.includes('Server is ready')) continue;
      child.stderr.resume();
      return new NatsServer(child, Number(listening));
    }
    throw new Error(`nats-server ended before it served: ${said}`);
  }

  /** Where clients find it. */
  get url(): string {
    return `nats://127.0.0.1:${this.port}`;
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await ended;
  }
}
