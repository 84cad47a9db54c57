import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { some } from '../support/size';
import { byTypeOnly, PLANTED as ALL, type Tree } from './planted-violations';

const PLANTED = some(ALL, 10, ({ isOfValues }) => String(isOfValues));

const PACKAGES = ['pg', 'typeorm', 'graphql'];
const DEVELOPMENT_PACKAGES = ['jest'];

/** What the rules allow, and what the planted violations must not be confused with. */
const ALLOWED: Tree = {
  'src/platform/schema/live.ts': "import '../live/hub';",
  'src/platform/live/hub.ts': "import '../event-log/feed';",
  'src/platform/event-log/feed.ts': "import '../database/database'; import '../lib/clock';",
  'src/platform/database/database.ts': "import 'pg'; import '../observability/logger';",
  'src/platform/observability/logger.ts': "import '../lib/clock';",
  'src/platform/lib/clock.ts': "import type { CalendarDate } from './calendar-date'; export type Today = CalendarDate;",
  'src/platform/lib/calendar-date.ts': 'export type CalendarDate = string;',
  'src/platform/access/actor.ts':
    "import type { CalendarDate } from '../lib/calendar-date'; export type Since = CalendarDate;",
  'src/platform/reader/model/row-rule.ts': "import '../../access/actor';",
  'src/platform/domain.ts': "import './live/hub';",
  'src/organisation/public.ts': 'export type UnitState = string;',
  'src/organisation/index.ts': "import type { Domain } from '../platform/domain'; export type D = Domain;",
  'src/domains.ts': "import './organisation/index';",
  'src/targets/target.rules.ts':
    "import './target.state'; import '../platform/access/actor'; import type { CalendarDate } from '../platform/lib/calendar-date'; import type { UnitState } from '../organisation/public'; export type Both = [CalendarDate, UnitState];",
  'src/targets/target.policy.ts': "import '../platform/reader/model/row-rule';",
  'src/targets/target.state.ts': 'export const open = 1;',
  'src/targets/public.ts': "export * from './target.rules';",
  'src/work/item.ts':
    "import '../targets/public'; import type { Name } from './name'; export type Item = { name: Name };",
  'src/work/part.ts': "import './item'; import type { Name } from './name'; export type Part = { of: Name };",
  'src/work/name.ts': 'export type Name = string;',
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
let ofTypes: Violation[][];

beforeAll(() => {
  const trees = PLANTED.map(({ tree }) => tree);
  folders.push(...[ALLOWED, ...trees, ...trees.map(byTypeOnly)].map(plant));
  const [first, ...others] = cruise(folders);
  ofAllowed = first!;
  ofPlanted = others.slice(0, trees.length);
  ofTypes = others.slice(trees.length);
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
    expectGuilty(ofPlanted[index]!, rule, PLANTED[index]!.tree);
  },
);

test.each(PLANTED.flatMap(({ rule, isOfValues }, index) => (isOfValues === true ? [] : [[rule, index] as const])))(
  '%s reports them where a type alone is imported, too',
  (rule, index) => {
    expectGuilty(ofTypes[index]!, rule, PLANTED[index]!.tree);
  },
);

test('a rule of values lets types through', () => {
  const ofValues = PLANTED.flatMap(({ isOfValues }, index) => (isOfValues === true ? [ofTypes[index]] : []));
  expect(ofValues).toEqual([[]]);
});

test('every rule has a planted violation', () => {
  const { forbidden } = jest.requireActual<{ forbidden: { name: string }[] }>('../../.dependency-cruiser.cjs');
  expect(ALL.map(({ rule }) => rule).sort()).toEqual(forbidden.map(({ name }) => name).sort());
});

/** Every file that is named guilty is reported, by that rule and by no other. */
function expectGuilty(reported: readonly Violation[], rule: string, tree: Tree): void {
  expect(new Set(reported.map((violation) => violation.rule))).toEqual(new Set([rule]));
  const guilty = Object.keys(tree).filter((file) => file.includes('guilty'));
  expect(new Set(reported.map(({ from }) => from))).toEqual(new Set(guilty));
}

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
