import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SCRIPT = resolve(__dirname, '../../scripts/schema-changes.mjs');
const RELEASED = `
  type Query { viewer: Viewer! unit(code: String!): String health: Health }
  type Viewer { id: ID! name: String fax: String }
  enum Health { ON_TRACK }
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tiendo-schema-'));
  await write('released.graphql', RELEASED);
  await write('CHANGELOG.md', '# Changes\n\n## Unreleased\n\nNothing yet.\n');
});

afterEach(() => rm(folder, { recursive: true }));

function write(name: string, text: string): Promise<void> {
  return writeFile(join(folder, name), text);
}

function changelog(): Promise<string> {
  return readFile(join(folder, 'CHANGELOG.md'), 'utf8');
}

/** Runs the command on a schema that has become this. */
async function run(sdl: string, ...options: string[]): Promise<{ code: number | null; said: string }> {
  await write('schema.graphql', sdl);
  const { status, stderr } = spawnSync(process.execPath, [SCRIPT, '--folder', folder, ...options], {
    encoding: 'utf8',
  });
  return { code: status, said: stderr };
}

const NULLABLE = RELEASED.replace('viewer: Viewer!', 'viewer: Viewer');
const WITHOUT_FAX = RELEASED.replace(' fax: String', '');

test('an unchanged schema, and other descriptions and costs, are in order', async () => {
  expect(await run(RELEASED, '--check')).toEqual({ code: 0, said: '' });
  const described = `directive @cost(weight: String!) on FIELD_DEFINITION\n"Một kiểu. / A type."\n${RELEASED.trim()}`;
  const priced = described.replace('name: String', 'name: String @cost(weight: "2")');
  expect((await run(priced, '--check')).said).not.toContain('breaking');
});

test('an output that may now be null is refused until its reason is stated', async () => {
  const refused = await run(NULLABLE, '--check');
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('breaking, and without a reason: `Query.viewer`');

  expect((await run(NULLABLE)).code).toBe(1);
  const open = await changelog();
  expect(open).toMatch(/### Breaking\n\n- `Query\.viewer`: .*`Viewer!` to `Viewer`\. Reason:\n/);

  await write('CHANGELOG.md', open.replace('Reason:', 'Reason: strangers have no viewer'));
  expect(await run(NULLABLE, '--check')).toEqual({ code: 0, said: '' });
});

test('a reason given on the command line goes to the paths named; reasons survive a later writing', async () => {
  const sdl = WITHOUT_FAX.replace('viewer: Viewer!', 'viewer: Viewer');
  expect((await run(sdl, '--for', 'Query', '--reason', 'strangers have no viewer')).code).toBe(1);
  expect((await run(sdl, '--reason', 'nobody has a fax')).code).toBe(0);
  expect((await run(`${sdl} type Unit { id: ID! }`)).code).toBe(0);
  const text = await changelog();
  expect(text).toContain('Reason: strangers have no viewer');
  expect(text).toContain('Reason: nobody has a fax');
  expect(text).toContain('### Added\n\n- `Unit`');
});

test('what is added, deprecated or to be taken with care must be stated, and needs no reason', async () => {
  const sdl = RELEASED.replace('ON_TRACK', 'ON_TRACK LATE')
    .replace('fax: String', 'fax: String @deprecated(reason: "use name") mail: String')
    .replace('unit(code: String!)', 'unit(code: String!, at: String)');
  expect((await run(sdl, '--check')).said).toContain('does not say what has changed');
  expect((await run(sdl)).code).toBe(0);
  const text = await changelog();
  expect(text).toContain('### Deprecated\n\n- `Viewer.fax`: use name');
  expect(text).toContain('### Added\n\n- `Health`: `LATE`\n- `Viewer`: `mail`');
  expect(text).toMatch(/### With care\n\n- `Query\.unit/);
  expect((await run(sdl, '--check')).code).toBe(0);
});

test('what was deprecated for two releases may go; for one it may not', async () => {
  const deprecated = RELEASED.replace('fax: String', 'fax: String @deprecated(reason: "use name")');
  await run(deprecated);
  expect((await run(deprecated, '--release', '0.2.0')).code).toBe(0);
  expect(await run(deprecated, '--check')).toEqual({ code: 0, said: '' });
  const early = await run(WITHOUT_FAX, '--check');
  expect([early.code, early.said]).toEqual([1, expect.stringContaining('not deprecated for 2 releases')]);

  expect((await run(deprecated, '--release', '0.3.0')).code).toBe(0);
  expect((await run(WITHOUT_FAX)).code).toBe(0);
  expect(await changelog()).toContain('Reason: deprecated since 0.2.0');
});

test('a breaking change without a reason is not released', async () => {
  const before = await changelog();
  expect((await run(NULLABLE, '--release', '0.2.0')).code).toBe(1);
  expect([await changelog(), await readFile(join(folder, 'released.graphql'), 'utf8')]).toEqual([before, RELEASED]);
});
