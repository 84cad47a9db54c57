import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PLANTED, type Tree } from './planted-violations';

const PACKAGES = ['pg', 'typeorm', 'graphql'];
const DEVELOPMENT_PACKAGES = ['jest'];

/** What the rules allow, and what the planted violations must not be confused with. */
const ALLOWED: Tree = {
  'src/platform/schema/live.ts': "import '../live/hub';",
  'src/platform/live/hub.ts': "import '../event-log/feed';",
  'src/platform/event-log/feed.ts': "import '../database/database'; import '../lib/clock';",
  'src/platform/database/database.ts': "import 'pg'; import '../observability/logger';",
  'src/platform/observability/logger.ts': "import '../lib/clock';",
  'src/platform/lib/clock.ts': 'export type CalendarDate = string;',
  'src/platform/access/actor.ts': "import type { CalendarDate } from '../lib/clock'; export type Since = CalendarDate;",
  'src/targets/target.rules.ts':
    "import './target.state'; import '../platform/access/actor'; import type { CalendarDate } from '../platform/lib/clock'; import type { EntityManager } from 'typeorm'; export type Both = [CalendarDate, EntityManager];",
  'src/targets/target.state.ts': 'export const open = 1;',
  'src/targets/public.ts': "export * from './target.rules';",
  'src/work/item.ts':
    "import '../targets/public'; import type { Part } from './part'; export type Item = { part: Part };",
  'src/work/part.ts': "import './item'; export type Part = { of: string };",
  'src/loading/load.ts': "import '../targets/target.rules'; import '../work/part';",
  'src/web/page.ts': "import './common';",
  'src/web/common.ts': 'export const page = 1;',
  'test/work.test.ts': "import '../src/work/part'; import 'jest';",
};

// that the project itself breaks none, `npm run directions` says

interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const folders: string[] = [];
let ofAllowed: Violation[];
let ofPlanted: Violation[][];

beforeAll(() => {
  folders.push(...[ALLOWED, ...PLANTED.map(({ tree }) => tree)].map(plant));
  [ofAllowed, ...ofPlanted] = cruise(folders) as [Violation[], ...Violation[][]];
}, 120_000);

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('what is allowed is not reported', () => {
  expect(ofAllowed).toEqual([]);
});

test.each(PLANTED.map(({ rule }, index) => [rule, index] as const))(
  '%s reports its planted violations, and no other rule does',
  (rule, index) => {
    const { tree } = PLANTED[index]!;
    const reported = ofPlanted[index]!;
    expect(new Set(reported.map((violation) => violation.rule))).toEqual(new Set([rule]));
    const guilty = Object.keys(tree).filter((file) => file.includes('guilty'));
    expect(new Set(reported.map(({ from }) => from))).toEqual(new Set(guilty));
  },
);

test('every rule has a planted violation', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
  expect(PLANTED.map(({ rule }) => rule).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

/** Writes a tree, with the packages that it may import, into a folder of its own. */
function plant(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiendo-directions-'));
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${content}\nexport {};\n`);
  };
  for (const [path, content] of Object.entries(tree)) write(path, content);
  for (const name of [...PACKAGES, ...DEVELOPMENT_PACKAGES]) write(`node_modules/${name}/index.js`, '');
  const versions = (names: string[]): object => Object.fromEntries(names.map((name) => [name, '1.0.0']));
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ dependencies: versions(PACKAGES), devDependencies: versions(DEVELOPMENT_PACKAGES) }),
  );
  return folder;
}

function cruise(trees: readonly string[]): Violation[][] {
  const output = execFileSync(process.execPath, [join(__dirname, 'cruise.mjs'), ...trees], { encoding: 'utf8' });
  return JSON.parse(output) as Violation[][];
}
