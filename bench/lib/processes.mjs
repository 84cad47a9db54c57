import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { send } from './ask.mjs';
import { BENCH } from './paths.mjs';

const START_PATIENCE_MS = 60_000;
const STOP_PATIENCE_MS = 5_000;
/** Kernel ticks in a second; Linux reports processor time in them on every architecture that Node runs on. */
const TICKS_PER_SECOND = 100;
const KEPT_OUTPUT = 4_000;

/** A server process under measurement. */
export class ServerProcess {
  output = '';

  constructor(child, name, port) {
    this.child = child;
    this.name = name;
    this.port = port;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (this.output = (this.output + text).slice(-KEPT_OUTPUT)));
    }
  }

  /**
   * Starts `contenders/<name>.mjs <port> <database url>` in production mode, and resolves when it answers HTTP.
   * Throws with what it printed when it ends before.
   */
  static async start(name, databaseUrl) {
    const port = await freePort();
    const child = spawn(process.execPath, [`contenders/${name}.mjs`, String(port), databaseUrl], {
      cwd: BENCH,
      env: { PATH: process.env.PATH, NODE_ENV: 'production' },
      // by the channel it notices when this process is gone
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const server = new ServerProcess(child, name, port);
    await server.#untilItAnswers();
    return server;
  }

  get hasEnded() {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Milliseconds of processor time that the process has used, all its threads together; null where the system does not tell. */
  async cpuMs() {
    const line = await readFile(`/proc/${this.child.pid}/stat`, 'utf8').catch(() => null);
    if (line === null) return null;
    // the second field is the program's name in brackets and may hold spaces
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    const [user, system] = [fields[11], fields[12]].map(Number);
    return ((user + system) * 1000) / TICKS_PER_SECOND;
  }

  /** KiB of memory that the process holds now; null where the system does not tell. */
  async memoryKiB() {
    const status = await readFile(`/proc/${this.child.pid}/status`, 'utf8').catch(() => '');
    const found = /^VmRSS:\s+(\d+) kB/m.exec(status);
    return found === null ? null : Number(found[1]);
  }

  /** What it holds when garbage is collected, by `process.memoryUsage`. */
  async memoryUsage() {
    const answer = once(this.child, 'message');
    this.child.send('memory');
    return (await answer)[0];
  }

  /** Asks it to end, and ends it when it does not. */
  async stop() {
    if (this.hasEnded) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    const patience = setTimeout(() => this.child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  }

  async #untilItAnswers() {
    const deadline = Date.now() + START_PATIENCE_MS;
    while (!this.hasEnded && Date.now() < deadline) {
      const answered = await send({ port: this.port, path: '/healthz', method: 'GET' }).catch(() => null);
      if (answered !== null) return;
      await delay(50);
    }
    const what = this.hasEnded ? 'ended before it served' : 'did not serve in time';
    await this.stop();
    throw new Error(`${this.name} ${what}:\n${this.output}`);
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
