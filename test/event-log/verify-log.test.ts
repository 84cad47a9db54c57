import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { Client } from 'pg';
import { type BuiltProgram, buildProgram, ChildProgram, urlOf } from '../support/processes/child-program';
import { cloneDatabase, type TestTarget } from '../support/database';
import { ADDRESS_VARIABLE, DEMO_TEMPLATE } from '../support/test-server';

jest.setTimeout(60_000);

let built: BuiltProgram;
let folder: string;

beforeAll(async () => {
  built = await buildProgram();
  folder = await mkdtemp(join(tmpdir(), 'tiendo-tools-'));
  // as root the database runs as another user: in a closed folder its data would be placed elsewhere, and stay there
  await chmod(folder, 0o755);
});

afterAll(async () => {
  await built.remove();
  await rm(folder, { recursive: true });
});

/** Runs a command of the program as an operator does. */
async function run(tool: string, variables: NodeJS.ProcessEnv, ...words: string[]) {
  const child: ChildProcess = spawn(process.execPath, [join(built.folder, 'dist/src/tools', tool), ...words], {
    env: { PATH: '/usr/bin:/bin', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, complained] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  return { code: child.exitCode, said, complained: complained.trim().split('\n') };
}

describe('where there is no database', () => {
  test.each(['verify-log.js', 'remove-sample.js'])('%s makes none, says so in one sentence and fails', async (tool) => {
    const dataDir = join(folder, tool);
    const missing = await run(tool, { DATA_DIR: dataDir });
    expect(missing).toMatchObject({
      code: 1,
      said: '',
      complained: [expect.stringContaining(`no database in ${dataDir}`)],
    });
    await mkdir(dataDir);
    const empty = await run(tool, { DATA_DIR: dataDir });
    expect([empty.code, await readdir(dataDir)]).toEqual([1, []]);
  });

  test.each(['verify-log.js', 'remove-sample.js'])(
    '%s makes nothing in an empty one of another server',
    async (tool) => {
      const server = JSON.parse(process.env[ADDRESS_VARIABLE]!) as TestTarget;
      const database = `test_empty_${tool.length}`;
      const client = new Client({ ...server, database: 'postgres' });
      await client.connect();
      await client.query(`create database ${database}`);
      const found = await run(tool, { DATABASE_URL: urlOf({ ...server, database }) });
      expect(found).toMatchObject({
        code: 1,
        said: '',
        complained: [expect.stringContaining('nothing of this program')],
      });
      const inside = new Client({ ...server, database });
      await inside.connect();
      expect((await inside.query(`select from pg_class where relnamespace = 'public'::regnamespace`)).rowCount).toBe(0);
      await inside.end();
      await client.query(`drop database ${database}`);
      await client.end();
    },
  );
});

describe('a log that people rely on', () => {
  let target: TestTarget;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    ({ target, drop } = await cloneDatabase(DEMO_TEMPLATE));
  });

  afterAll(() => drop());

  const verify = (...words: string[]) => run('verify-log.js', { DATABASE_URL: urlOf(target) }, ...words);

  test('what is printed can be kept elsewhere and is right later; another one is not', async () => {
    const first = await verify();
    expect(first).toMatchObject({ code: 0, complained: [''] });
    const head = /\d+:[0-9a-f]{64}$/.exec(first.said.trim())![0];
    expect(await verify('--head', head)).toMatchObject({ code: 0, complained: [''] });
    const [position, hash] = head.split(':');
    const other = `${position}:${hash!.replace(/./g, (digit) => (digit === '0' ? '1' : '0'))}`;
    expect(await verify('--head', head, '--head', other)).toMatchObject({
      code: 1,
      complained: [expect.stringContaining(`position ${position} is not that of the head`)],
    });
    expect(await verify('--head', `${Number(position) + 1}:${hash}`)).toMatchObject({
      code: 1,
      complained: [expect.stringContaining(`ends before position ${Number(position) + 1}`)],
    });
  });

  test.each([['--head', '12'], ['--head', ''], ['--heads', '1:2'], ['12:34']])(
    'what it cannot read is refused: %s %s',
    async (...words) => {
      expect(await verify(...words)).toMatchObject({ code: 1, said: '' });
    },
  );

  test('a manipulated one fails with what is wrong, in both languages', async () => {
    const client = new Client(target);
    await client.connect();
    await client.query(`set session_replication_role = replica; update log_head set hash = sha256('x')`);
    await client.end();
    const found = await verify();
    expect([found.code, found.complained]).toEqual([
      1,
      [expect.stringMatching(/không phải là đầu chuỗi.*is not the one that the head names/)],
    ]);
  });
});

test('while the program runs on its own database the log is verified beside it', async () => {
  const dataDir = join(folder, 'running');
  const program = await ChildProgram.start(join(built.folder, 'dist/src/main.js'), { DATA_DIR: dataDir, DEMO: '0' });
  expect(await run('verify-log.js', { DATA_DIR: dataDir })).toMatchObject({ code: 0, complained: [''] });
  expect((await fetch(`${program.url}/readyz`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
  expect(await run('verify-log.js', { DATA_DIR: dataDir })).toMatchObject({ code: 0, complained: [''] });
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain('postmaster.pid');
});
