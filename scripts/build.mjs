// Builds the server (tsc), the pages (vite) and the client kit (tsc, and packed as it is served) into dist/. `--stale`:
// only what is older than its sources. `--server`, `--pages`, `--feed`: that part alone. `--if-tools`: nothing at all
// where the build tools are not installed (a production install gets dist/ from elsewhere).
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compressPages } from './compress-pages.mjs';
import { completeFeed, packFeed } from './pack-feed.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const flags = new Set(process.argv.slice(2));

const SERVER = {
  name: 'server',
  stamp: 'dist/.server-built',
  sources: ['src', 'migrations', 'ormconfig.ts', 'tsconfig.json', 'package-lock.json'],
  skip: ['src/web'],
  run: () => tool('typescript/bin/tsc', ['-p', 'tsconfig.json']),
};
const PAGES = {
  name: 'pages',
  stamp: 'dist/.pages-built',
  sources: ['src/web', 'schema', 'vite.config.mts', 'scripts/compress-pages.mjs', 'package-lock.json'],
  skip: [],
  run: () => {
    tool('vite/bin/vite.js', ['build', '--logLevel', 'warn']);
    compressPages(join(root, 'dist/web'));
  },
};
const FEED = {
  name: 'feed',
  stamp: 'dist/.feed-built',
  sources: [
    'src/web/feed',
    'docs/feed.md',
    'scripts/pack-feed.mjs',
    'tsconfig.feed.json',
    'package.json',
    'package-lock.json',
  ],
  skip: [],
  run: () => {
    rmSync(join(root, 'dist/feed'), { recursive: true, force: true });
    tool('typescript/bin/tsc', ['-p', 'tsconfig.feed.json']);
    completeFeed(root);
    packFeed(join(root, 'dist/feed'), join(root, 'dist/kit'));
  },
};
const PARTS = [SERVER, PAGES, FEED];

if (flags.has('--if-tools') && !hasTools()) process.exit(0);
const chosen = PARTS.filter((part) => flags.has(`--${part.name}`));
for (const part of chosen.length > 0 ? chosen : PARTS) {
  if (flags.has('--stale') && (isFresh(part) || (isBuilt(part) && !hasTools()))) continue;
  if (!hasTools()) fail(`The ${part.name} must be built, but the build tools are not installed: run npm ci.`);
  part.run();
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(join(root, part.stamp), '');
}

function hasTools() {
  try {
    require.resolve('typescript/bin/tsc');
    require.resolve('vite/package.json');
    return true;
  } catch {
    return false;
  }
}

function tool(path, args) {
  const file = path.startsWith('vite/')
    ? join(dirname(require.resolve('vite/package.json')), 'bin/vite.js')
    : require.resolve(path);
  const { status } = spawnSync(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    // whoever builds, tests too, builds what is served: React is three times as large under another name
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

function isBuilt({ stamp }) {
  return existsSync(join(root, stamp));
}

function isFresh({ stamp, sources, skip }) {
  const file = join(root, stamp);
  if (!existsSync(file)) return false;
  const built = statSync(file).mtimeMs;
  return sources.every((source) => newest(source, skip) <= built);
}

function newest(path, skip) {
  const full = join(root, path);
  if (skip.includes(path) || !existsSync(full)) return 0;
  const { mtimeMs } = statSync(full);
  if (!statSync(full).isDirectory()) return mtimeMs;
  return Math.max(mtimeMs, ...readdirSync(full).map((entry) => newest(`${path}/${entry}`, skip)));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
