import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startTestProgram } from '../support/program';
import { FakeServer } from './fake-server';

const ROOT = join(__dirname, '..', '..');
const PACKAGE = join(ROOT, 'dist', 'feed');

/** A department's program: what it writes is the first title that it gets. */
const PROGRAM = `import { connect, type StreamedEvent } from 'tiendo-feed';
import { WebSocket } from 'ws';

const url = process.argv[2] ?? '';
const feed = connect({ url, token: () => 'abc', webSocketImpl: WebSocket });
const take = (event: StreamedEvent<{ type: string }>): string => event.cursor + event.type;
feed.events<{ type: string }>({ after: '1.7' }, { next: take, expired: () => feed.close() });
feed.live<{ title: string }>('{ title }', {}, {
  next: ({ title }, cursor) => {
    console.log(title, cursor);
    feed.close();
  },
});
`;

let folder: string;

beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'scripts', 'build.mjs'), '--stale', '--feed']);
  folder = mkdtempSync(join(tmpdir(), 'tiendo-feed-'));
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(PACKAGE, join(folder, 'node_modules', 'tiendo-feed'));
  for (const name of ['ws', '@types', '@apollo', '@urql', 'graphql-ws']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'program.ts'), PROGRAM);
}, 60_000);

/** Copies a package without what its own developers need: npm would look for that, for seconds. */
function copyPackage(name: string, into: string): void {
  const [from, to] = [join(ROOT, 'node_modules', name), join(into, name)];
  cpSync(from, to, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(from, 'package.json'), 'utf8')) as object;
  writeFileSync(
    join(to, 'package.json'),
    JSON.stringify({ ...manifest, devDependencies: undefined, scripts: undefined }),
  );
}

/** Compiles programs of the folder as another system would. */
function compile(...options: string[]): void {
  const tsc = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
  const strict = ['--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  execFileSync(process.execPath, [tsc, ...strict, ...options], { cwd: folder, encoding: 'utf8' });
}

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('the package needs graphql-ws and rfc6902 and nothing else', () => {
  const { dependencies } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { dependencies: object };
  const imported = readdirSync(PACKAGE)
    .filter((name) => name.endsWith('.js') || name.endsWith('.d.ts'))
    .flatMap((name) => [...readFileSync(join(PACKAGE, name), 'utf8').matchAll(/ from '([^'\n]+)';$/gm)])
    .map(([, specifier]) => specifier!);
  const others = new Set(imported.filter((specifier) => !/^\.\/[\w-]+\.js$/.test(specifier)));
  expect([...others].sort()).toEqual(['graphql-ws', 'rfc6902']);
  expect(Object.keys(dependencies)).toEqual(['graphql-ws', 'rfc6902']);
});

test('a strict TypeScript program of another system compiles with it and runs in plain Node', async () => {
  // without the browser's types, and with ours looked at too
  compile('--lib', 'es2023', 'program.ts');
  const server = await FakeServer.start();
  try {
    const running = promisify(execFile)(process.execPath, [join(folder, 'program.js'), server.url]);
    const connection = await server.connections.next();
    expect(connection.hello).toEqual({ authorization: 'Bearer abc' });
    const [, live] = [await connection.operations.next(), await connection.operations.next()];
    live.next({ data: { live: { title: 'Chương trình 07' } }, extensions: { cursor: '1.8', hash: 'h1' } });
    expect((await running).stdout).toBe('Chương trình 07 1.8\n');
  } finally {
    await server.close();
  }
}, 60_000);

test('the examples of the documentation compile', () => {
  const text = readFileSync(join(ROOT, 'docs', 'feed.md'), 'utf8');
  const examples = [...text.matchAll(/^```ts\n(.+?)^```$/gms)].map(([, code]) => code!);
  expect(examples).toHaveLength(4);
  const files = examples.map((code, number) => {
    writeFileSync(join(folder, `example-${number}.ts`), code);
    return `example-${number}.ts`;
  });
  compile('--lib', 'es2023,dom', '--skipLibCheck', '--noEmit', ...files);
}, 60_000);

test('npm installs the package from the running server, asking nobody else, and Node imports it', async () => {
  const program = await startTestProgram();
  const project = mkdtempSync(join(tmpdir(), 'tiendo-feed-user-'));
  try {
    const given = ['graphql', 'graphql-ws', 'rfc6902'];
    for (const name of given) copyPackage(name, join(project, 'given'));
    const dependencies = Object.fromEntries(given.map((name) => [name, `file:given/${name}`]));
    writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }));
    const address = `${program.url}/feed.tgz`;
    const run = (file: string, ...words: string[]) => promisify(execFile)(file, words, { cwd: project });
    await run('npm', 'install', address, '--no-audit', '--registry=http://127.0.0.1:9', '--fetch-retries=0');
    const { stdout } = await run('node', '-e', `import('tiendo-feed').then((kit) => console.log(typeof kit.connect))`);
    expect(stdout).toBe('function\n');
    const lockfile = readFileSync(join(project, 'package-lock.json'), 'utf8');
    expect(lockfile).toContain(`"resolved": "${address}"`);

    const first = await fetch(address);
    const etag = first.headers.get('etag')!;
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/gzip']);
    expect((await fetch(address, { headers: { 'if-none-match': etag } })).status).toBe(304);
  } finally {
    rmSync(project, { recursive: true });
    await program.close();
  }
}, 120_000);

test('the served file is made of the same bytes whenever it is packed', () => {
  const packing = join(ROOT, 'scripts', 'pack-feed.mjs');
  const code = `import(process.argv[1]).then(({ packFeed }) => packFeed(process.argv[2], process.argv[3]))`;
  execFileSync(process.execPath, ['-e', code, packing, PACKAGE, join(folder, 'again')]);
  const [again, served] = [join(folder, 'again'), join(ROOT, 'dist', 'kit')].map((where) =>
    readFileSync(join(where, 'feed.tgz')),
  );
  expect(again!.equals(served!)).toBe(true);
});
