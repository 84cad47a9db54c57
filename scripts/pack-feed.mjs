// Makes an npm package of the compiled client kit in dist/feed: imports as Node reads them, a manifest, the
// documentation; and the file that is served.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DEPENDENCIES = ['graphql-ws', 'rfc6902'];

/**
 * Packs a complete package into `feed.tgz`. npm writes no times and no owners into it: the same files make the same
 * bytes.
 */
export function packFeed(folder, destination) {
  mkdirSync(destination, { recursive: true });
  const { status, stdout } = spawnSync('npm', ['pack', folder, '--pack-destination', destination, '--silent'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('npm could not pack the client kit.');
  renameSync(join(destination, stdout.trim().split('\n').at(-1)), join(destination, 'feed.tgz'));
}

/** Completes what tsc left in dist/feed. */
export function completeFeed(root) {
  const folder = join(root, 'dist/feed');
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, withEndings(readFileSync(file, 'utf8')));
  }
  const { version, license, engines, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const manifest = {
    name: 'tiendo-feed',
    version,
    description: 'Live queries and events of a tiendo server: patches, resumption, proof against gaps',
    license,
    type: 'module',
    sideEffects: false,
    engines,
    exports: { '.': { types: './public.d.ts', default: './public.js' } },
    dependencies: Object.fromEntries(DEPENDENCIES.map((name) => [name, `^${dependencies[name]}`])),
  };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  copyFileSync(join(root, 'docs/feed.md'), join(folder, 'README.md'));
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}

/** Our sources name modules without an ending; Node, outside a bundler, wants it. */
function withEndings(text) {
  return text.replace(/(from '\.\/[\w-]+)'/g, "$1.js'");
}
