// The built program on another version of Node than the one that built it: `npm run smoke:node24`. npm's package of
// that version goes into a temporary folder and never into the lockfile; node_modules stays as it is (its native parts
// speak N-API, which every version understands). The program starts with its own PostgreSQL, one report goes from a
// unit to the programme's figures, and the log is verified. `--summary <file>` writes { passed, failed }.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { equal, startChecks } from './smoke/checks.mjs';
import { startProgram } from './smoke/program.mjs';
import { walk } from './smoke/walk.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const PASSWORD = 'smoke-test';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { summary: { type: 'string' } },
});
const version = positionals[0] ?? '24';
const { check, fail, report } = startChecks();
const folder = mkdtempSync(join(tmpdir(), 'tiendo-node-'));
// as root the database runs as another user, who has to get to its data
chmodSync(folder, 0o755);
let program;
try {
  const node = install();
  const said = execFileSync(node, ['--version'], { encoding: 'utf8' }).trim();
  console.log(`Node ${said}`);
  await check(`it is Node ${version}`, () => equal(said.startsWith(`v${version}.`), true, said));
  program = await startProgram({ node, root: ROOT, environment: environment() });
  await walk({ url: program.url, password: PASSWORD, check });
  await check('the client kit is served', async () => equal((await fetch(`${program.url}/feed.tgz`)).status, 200));
  await check('the program stops cleanly', async () => equal(await program.stop(), 0));
  await check('the log is whole', () =>
    execFileSync(node, ['dist/src/tools/verify-log.js'], { cwd: ROOT, env: environment(), stdio: 'inherit' }),
  );
} catch (error) {
  fail('the walk', error);
} finally {
  program?.kill();
  rmSync(folder, { recursive: true, force: true });
}
report(`Node ${version}`, options.summary);

/** npm has a package of Node's binary for each system. */
function install() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  const words = ['install', '--prefix', folder, '--no-save', '--no-audit', '--ignore-scripts', `${name}@${version}`];
  execFileSync('npm', words, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  return join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function environment() {
  const { PATH, HOME, TMPDIR } = process.env;
  const settings = { DATA_DIR: join(folder, 'data'), DEMO: '1', DEMO_PASSWORD: PASSWORD, PORT: '0', LOG_LEVEL: 'warn' };
  return { PATH, HOME, TMPDIR, ...settings };
}
