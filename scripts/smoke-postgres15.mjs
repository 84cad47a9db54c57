// The oldest PostgreSQL that is promised, with another default collation than the bundled one: a private server of the installed binaries on a unix
// socket, the built program on it, and one report on its way from a unit to the programme's figures, over HTTP. `--summary <file>` writes { passed, failed }.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { equal, startChecks } from './smoke/checks.mjs';
import { startProgram } from './smoke/program.mjs';
import { walk } from './smoke/walk.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = 15;
const PASSWORD = 'smoke-test';
const { Client } = createRequire(import.meta.url)('pg');

const { values: options } = parseArgs({ options: { summary: { type: 'string' } } });
const { check, fail, report } = startChecks();
const folder = mkdtempSync(join(tmpdir(), 'tiendo-smoke-'));
const server = startServer();
let program;
try {
  await createDatabase();
  program = await startProgram({ root: ROOT, environment: environment() });
  await walk({ url: program.url, password: PASSWORD, check });
  await check('the program stops cleanly', async () => equal(await program.stop(), 0));
  await check('the log is whole', () => runTool('dist/src/tools/verify-log.js'));
  await check('the entities want nothing beyond the migrations', () =>
    runTool('node_modules/typeorm/cli.js', 'migration:generate', 'none', '--check', '-d', 'dist/ormconfig.js'),
  );
} catch (error) {
  fail('the walk', error);
} finally {
  program?.kill();
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
report(`PostgreSQL ${server.version}`, options.summary);

/** Where the binaries of the oldest installed server are that is new enough. */
function findServer() {
  const home = '/usr/lib/postgresql';
  const versions = (existsSync(home) ? readdirSync(home) : []).map(Number).filter((version) => version >= OLDEST);
  const found = versions.sort((a, b) => a - b).find((version) => existsSync(join(home, String(version), 'bin/initdb')));
  if (found === undefined)
    throw new Error(`No PostgreSQL ${OLDEST} or newer under ${home}: install Debian's postgresql.`);
  return { version: found, bin: join(home, String(found), 'bin') };
}

/** PostgreSQL refuses to run as root: it gets the rights of nobody then. */
function unprivileged() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function startServer() {
  const { version, bin } = findServer();
  const user = unprivileged();
  const data = join(folder, 'data');
  const run = (name, ...args) =>
    execFileSync(join(bin, name), args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8');
  const settings = `-k ${folder} -c listen_addresses=''`;
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start');
  return { version, stop: () => run('pg_ctl', '-D', data, '-m', 'fast', '-w', 'stop') };
}

async function createDatabase() {
  const client = new Client({ host: folder, user: 'postgres', database: 'postgres' });
  await client.connect();
  await client.query('create database tiendo');
  await client.end();
}

function environment() {
  const { PATH, HOME, TMPDIR } = process.env;
  const url = `postgresql://postgres@${encodeURIComponent(folder)}/tiendo`;
  const settings = { DATABASE_URL: url, DEMO: '1', DEMO_PASSWORD: PASSWORD, PORT: '0', LOG_LEVEL: 'warn' };
  return { PATH, HOME, TMPDIR, ...settings };
}

function runTool(...args) {
  execFileSync(process.execPath, args, { cwd: ROOT, env: environment(), stdio: ['ignore', 'inherit', 'inherit'] });
}
