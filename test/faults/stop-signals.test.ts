import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import WebSocket from 'ws';
import { readPostmasterFile } from '../../src/platform/database/bundled/postmaster-file';
import { type BuiltProgram, buildProgram } from '../support/processes/child-program';
import { hasTerminals, PATH, processesOn, Terminal } from '../support/processes/terminal';
import { DEMO_PASSWORD } from '../support/test-server';
import { until } from '../support/until';
import { some } from '../support/size';

jest.setTimeout(120_000);

const ADDRESS = /tiendo: (http:\/\/[\d.]+:\d+)/;
const onLinux = process.platform === 'linux' ? describe : describe.skip;
const inTerminal = hasTerminals ? describe : describe.skip;

let built: BuiltProgram;
let dataDir: string;
/** Data with the demo in it, made once by a start of its own. */
let loaded: string;
const terminals: Terminal[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  built = await buildProgram();
  loaded = dataDir = await openFolder();
  const child = run('main.js', { DEMO: '1' });
  await serving(child);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
});

afterAll(async () => {
  await rm(loaded, { recursive: true });
  await built.remove();
});

beforeEach(async () => {
  dataDir = await openFolder();
  await promisify(execFile)('cp', ['-a', join(loaded, 'postgres'), dataDir]);
});

/** As root the database runs as another user: in a closed folder its data would be placed elsewhere, and stay there. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tiendo-stop-'));
  await chmod(folder, 0o755);
  return folder;
}

afterEach(async () => {
  for (const terminal of terminals.splice(0)) terminal.close();
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const line of await processesOn(dataDir)) process.kill(Number.parseInt(line, 10), 'SIGKILL');
  await nothingLeft();
  await rm(dataDir, { recursive: true });
});

function environment(): NodeJS.ProcessEnv {
  return { DATA_DIR: dataDir, PORT: '0', DEMO: '0', DEMO_PASSWORD, PROCESSES: '2', DRAIN_SECONDS: '3600' };
}

/** Resolves when no process works on the data any more: neither the program nor its database. */
async function nothingLeft(): Promise<void> {
  await until(
    () => processesOn(dataDir),
    (left) => left.length === 0,
  );
}

function run(file: string, variables: NodeJS.ProcessEnv = {}, isGroup = false): ChildProcess & { shown: () => string } {
  const command = isGroup
    ? (['npm', ['run', file]] as const)
    : ([process.execPath, [join(built.folder, 'dist/src', file)]] as const);
  const child = spawn(command[0], command[1], {
    cwd: built.folder,
    env: { PATH, ...environment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: isGroup,
  });
  let shown = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (shown += text));
  children.push(child);
  return Object.assign(child, { shown: () => shown });
}

async function serving(child: { shown: () => string }): Promise<string> {
  return ADDRESS.exec(await until(child.shown, (shown) => ADDRESS.test(shown)))![1]!;
}

inTerminal('in a terminal', () => {
  async function run(command: string): Promise<Terminal> {
    const terminal = Terminal.run(command, built.folder, environment());
    terminals.push(terminal);
    await until(
      () => terminal.shown,
      (shown) => ADDRESS.test(shown),
    );
    return terminal;
  }

  test.each(some(['npm start', 'npm run start:cluster'], 1))(
    'Ctrl-C ends `%s` with code 0 and leaves no process',
    async (command) => {
      const terminal = await run(command);
      expect((await processesOn(dataDir)).join('\n')).toMatch(/bin\/postgres -D/);
      terminal.interrupt();
      expect([await terminal.exitCode(), await processesOn(dataDir)]).toEqual([0, []]);
    },
  );

  test.each(some(['npm start', 'npm run start:cluster'], 1))(
    'closing the window of `%s` leaves no process',
    async (command) => {
      const terminal = await run(command);
      terminal.close();
      await nothingLeft();
      expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
    },
  );
});

onLinux('without a terminal', () => {
  test.each(some(['start', 'start:cluster'], 1))(
    'SIGTERM to the whole group of `npm run %s`, twice in a row, ends it with code 0',
    async (script) => {
      const child = run(script, {}, true);
      await serving(child);
      const ended = once(child, 'exit');
      process.kill(-child.pid!, 'SIGTERM');
      process.kill(-child.pid!, 'SIGTERM');
      expect([(await ended)[0], await processesOn(dataDir)]).toEqual([0, []]);
    },
  );

  test.each(some(['main.js', 'cluster.js'], 1))(
    'a later signal hurries %s, and the database is told to stop all the same',
    async (file) => {
      const child = run(file, { DEMO: '1' });
      const url = await serving(child);
      const socket = await openSocket(url);
      const ended = once(child, 'exit');
      const sending = setInterval(() => child.kill('SIGTERM'), 50);
      expect((await ended)[0]).toBe(1);
      clearInterval(sending);
      socket.terminate();
      await nothingLeft();
      expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
    },
  );

  /** Node itself never listens to SIGHUP: who does has begun to listen. */
  async function hearsHangUps({ pid }: ChildProcess): Promise<boolean> {
    const caught = /^SigCgt:\t(\w+)$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))![1]!;
    return (Number.parseInt(caught.slice(-1), 16) & 1) === 1;
  }

  /** The first tables are there: more follow. */
  async function isMigrating(): Promise<boolean> {
    const file = await readPostmasterFile(join(dataDir, 'postgres'));
    if (file?.isReady !== true) return false;
    const client = new Client({ host: file.host, port: file.port, user: 'postgres', database: 'tiendo' });
    // it is being made, and goes away with all that is told to end
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query('select from migration')).rowCount! > 0;
    } catch {
      return false;
    } finally {
      await client.end();
    }
  }

  const moments: [string, (child: ChildProcess & { shown: () => string }) => Promise<boolean>][] = [
    ['while its modules are loaded', hearsHangUps],
    [
      'while the database is made',
      async () => (await readdir(dataDir)).some((name) => name.startsWith('postgres.new-')),
    ],
    [
      'while the database starts',
      async () => (await readdir(join(dataDir, 'postgres')).catch((): string[] => [])).includes('postmaster.pid'),
    ],
    ['while the database migrates', isMigrating],
    ['while the demo is loaded', (child) => Promise.resolve(child.shown().includes('Đang nạp 4'))],
  ];
  // the primary of several processes starts the database itself, and a worker does the rest
  const starts = moments.flatMap(([moment, hasCome]) =>
    (/made|migrates|demo/.test(moment) ? ['main.js', 'cluster.js'] : ['main.js']).map(
      (file) => [file, moment, hasCome] as const,
    ),
  );
  test.each(some(starts, 2))(
    '%s: a signal %s ends the start with code 0 and leaves no process; the next start succeeds',
    async (file, _, hasCome) => {
      await rm(join(dataDir, 'postgres'), { recursive: true });
      const child = run(file, { DEMO: '1' });
      const ended = once(child, 'exit');
      await until(() => hasCome(child), Boolean);
      child.kill('SIGINT');
      expect([(await ended)[0], await processesOn(dataDir)]).toEqual([0, []]);
      const next = run(file);
      await serving(next);
      const nextEnded = once(next, 'exit');
      next.kill('SIGTERM');
      expect((await nextEnded)[0]).toBe(0);
    },
  );

  test('a start that fails because the port is taken leaves no database running', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const child = run('main.js', { PORT: String((other.address() as AddressInfo).port) });
    expect([(await once(child, 'exit'))[0], await processesOn(dataDir)]).toEqual([1, []]);
    expect(child.shown()).toContain('EADDRINUSE');
    other.close();
  });

  test('a command that is interrupted ends with code 1 and stops the database that it started', async () => {
    const child = run('tools/load-facts.js');
    const ended = once(child, 'exit');
    await until(child.shown, (shown) => shown.length > 0);
    child.kill('SIGINT');
    expect([(await ended)[0], await processesOn(dataDir)]).toEqual([1, []]);
  });
});

/** A client that is served and does not go by itself. */
async function openSocket(url: string): Promise<WebSocket> {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }';
  const input = { email: 'analyst@demo.test', password: DEMO_PASSWORD };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const { data } = (await response.json()) as { data: { signIn: { token: string } } };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${data.signIn.token}` } }));
  await once(socket, 'message');
  return socket;
}
