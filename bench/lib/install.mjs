import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BENCH, ROOT } from './paths.mjs';

const LOCK = join(BENCH, 'package-lock.json');
const INSTALLED = join(BENCH, 'node_modules/.installed-lock.json');

/** Installs what tiendo is measured against, unless the very versions of the lock are there. Throws when that fails. */
export function install() {
  if (existsSync(INSTALLED) && readFileSync(INSTALLED).equals(readFileSync(LOCK))) return;
  console.log('The peers are not installed yet (they are no dependencies of the program): npm ci in bench/, once.');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync(npm, words, { cwd: BENCH, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) throw new Error('npm ci in bench/ failed.');
  copyFileSync(LOCK, INSTALLED);
}

/** Builds the server if its sources are newer than what is built. Throws when that fails. */
export function build() {
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs', '--stale', '--server'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The server could not be built.');
}
