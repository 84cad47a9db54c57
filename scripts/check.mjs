// All checks, the quick ones first. Stops at the first that fails; `--keep-going` runs them all. `--summary <file>` writes { passed, failed }: every
// check counts one, the tests count themselves. `--long` runs the long tests and nothing else.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const CHECKS = [
  'format:check',
  'dead-code',
  'directions',
  'types',
  'operations:check',
  'schema:check',
  'schema:changes:check',
  'lint',
];

const { values: options } = parseArgs({
  options: {
    'keep-going': { type: 'boolean', default: false },
    long: { type: 'boolean', default: false },
    summary: { type: 'string' },
  },
});
const scratch = mkdtempSync(join(tmpdir(), 'tiendo-check-'));
const results = [];
try {
  for (const check of options.long ? ['test:long'] : [...CHECKS, 'test']) {
    const result = check.startsWith('test') ? runTests(check) : count(run(check));
    results.push({ check, ...result });
    if (result.failed > 0 && !options['keep-going']) break;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
report();

function run(script, ...args) {
  console.log(`\n── ${script}`);
  const started = Date.now();
  const { status } = spawnSync('npm', ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(`── ${script}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return status === 0;
}

function count(isOk) {
  return { passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 };
}

/** A test file that could not run counts as one failure; so does a run that fails without naming a test. */
function runTests(script) {
  const file = join(scratch, 'jest.json');
  const isOk = run(script, '--json', `--outputFile=${file}`);
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(file, 'utf8'));
    const failed = numFailedTests + numRuntimeErrorTestSuites;
    return { passed: numPassedTests, failed: isOk ? failed : Math.max(failed, 1) };
  } catch {
    return count(false);
  }
}

function report() {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  const red = results.filter((result) => result.failed > 0).map(({ check }) => check);
  console.log(red.length === 0 ? '\nEverything is in order.' : `\nFailed: ${red.join(', ')}`);
  if (options.summary !== undefined) writeFileSync(options.summary, JSON.stringify({ passed, failed }));
  process.exitCode = failed === 0 ? 0 : 1;
}
