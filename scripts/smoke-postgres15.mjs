// The oldest PostgreSQL that is promised, with another default collation than the bundled one: a private server of the installed binaries on a unix
// socket, the built program on it, and one report on its way from a unit to the programme's figures, over HTTP. `--summary <file>` writes { passed, failed }.
import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const OLDEST = 15;
const PASSWORD = 'smoke-test';
const START_MS = 60_000;
const { Client } = createRequire(import.meta.url)('pg');

const { values: options } = parseArgs({ options: { summary: { type: 'string' } } });
const counts = { passed: 0, failed: 0 };
const folder = mkdtempSync(join(tmpdir(), 'tiendo-smoke-'));
const server = startServer();
let program;
try {
  await createDatabase();
  program = await startProgram();
  await walk(program.url);
  await check('the program stops cleanly', async () => equal(await stopProgram(), 0));
  await check('the log is whole', () => runTool('dist/src/tools/verify-log.js'));
  await check('the entities want nothing beyond the migrations', () =>
    runTool('node_modules/typeorm/cli.js', 'migration:generate', 'none', '--check', '-d', 'dist/ormconfig.js'),
  );
} catch (error) {
  fail('the walk', error);
} finally {
  if (program?.process.exitCode === null) program.process.kill('SIGKILL');
  server.stop();
  rmSync(folder, { recursive: true, force: true });
}
console.log(`PostgreSQL ${server.version}: ${counts.passed} passed, ${counts.failed} failed`);
if (options.summary !== undefined) writeFileSync(options.summary, JSON.stringify(counts));
process.exitCode = counts.failed === 0 ? 0 : 1;

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

/** Starts the built program and waits for the address that it prints. */
async function startProgram() {
  const child = spawn(process.execPath, ['--enable-source-maps', 'dist/src/main.js'], {
    cwd: ROOT,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), START_MS);
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^tiendo: (http:\/\/\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    clearTimeout(patience);
    child.stdout.resume();
    return { process: child, url };
  }
  throw new Error('The program ended without an address.');
}

function stopProgram() {
  const ended = new Promise((resolve) => program.process.once('exit', (code) => resolve(code)));
  program.process.kill('SIGTERM');
  return ended;
}

/** Sign in, submit, approve, accept: the figure changes at the end and not before. */
async function walk(url) {
  const asked = 'query { workItem(code: "07-01") { id percentComplete openCycle { period } } }';
  const approval =
    'mutation ($input: ApproveProgressReportInput!) { done: approveProgressReport(input: $input) { progressReport { state } userErrors { message } } }';
  const [reporter, approver, secretariat] = await Promise.all(
    ['reporter', 'approver', 'secretariat'].map((name) => signIn(url, `${name}@demo.test`)),
  );
  await check('a stranger is refused', async () =>
    equal((await post(url, null, asked)).errors?.[0].extensions.code, 'UNAUTHENTICATED'),
  );
  const { workItem } = await ask(url, reporter, asked);
  const percentComplete = workItem.percentComplete + 1;
  const shown = async () => (await ask(url, secretariat, asked)).workItem.percentComplete;

  let progressReportId;
  await check('the unit reports', async () => {
    const input = {
      workItemId: workItem.id,
      period: workItem.openCycle.period,
      percentComplete,
      summary: 'Đã hoàn thành thử nghiệm.',
    };
    const submission =
      'mutation ($input: SubmitProgressReportInput!) { done: submitProgressReport(input: $input) { progressReport { id state } userErrors { message } } }';
    const { done } = await ask(url, reporter, submission, { input });
    equal(done.userErrors.length, 0, JSON.stringify(done.userErrors));
    equal(done.progressReport.state, 'SUBMITTED');
    progressReportId = done.progressReport.id;
  });
  const approve = async (token) =>
    (await ask(url, token, approval, { input: { progressReportId } })).done.progressReport?.state;
  await check('the unit approves', async () => equal(await approve(approver), 'UNIT_APPROVED'));
  await check('nothing unaccepted counts', async () => equal(await shown(), workItem.percentComplete));
  await check('the secretariat accepts', async () => equal(await approve(secretariat), 'ACCEPTED'));
  await check('the accepted figure counts', async () => equal(await shown(), percentComplete));
}

async function signIn(url, email) {
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { token userErrors { message } } }';
  const { signIn: answer } = await ask(url, null, query, { input: { email, password: PASSWORD } });
  if (answer.token === null) throw new Error(`${email} cannot sign in: ${JSON.stringify(answer.userErrors)}`);
  return answer.token;
}

async function ask(url, token, query, variables) {
  const { data, errors } = await post(url, token, query, variables);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  return data;
}

async function post(url, token, query, variables = {}) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

function runTool(...args) {
  execFileSync(process.execPath, args, { cwd: ROOT, env: environment(), stdio: ['ignore', 'inherit', 'inherit'] });
}

async function check(name, prove) {
  try {
    await prove();
    counts.passed += 1;
    console.log(`✓ ${name}`);
  } catch (error) {
    fail(name, error);
  }
}

function fail(name, error) {
  counts.failed += 1;
  console.error(`✗ ${name}: ${error instanceof Error ? error.message : String(error)}`);
}

function equal(found, wanted, hint = '') {
  if (found !== wanted) throw new Error(`${String(found)} instead of ${String(wanted)} ${hint}`);
}
