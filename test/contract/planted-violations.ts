/** Files of a small project by path. */
export type Tree = Readonly<Record<string, string>>;

interface Planted {
  readonly rule: string;
  /** The files named `guilty` break the rule, each of them; the others are there to be imported. */
  readonly tree: Tree;
  /** Whether the rule is about what is loaded: types are let through. */
  readonly isOfValues?: true;
}

const NOTHING = 'export const nothing = 1;';

// Written down a second time on purpose: whoever changes the order changes it twice.
const ROOMS = [
  'http',
  'operations',
  'schema',
  'live',
  'commands',
  'reader',
  'access',
  'event-log',
  'database',
  'config',
];
const DOMAINS = [
  'organisation',
  'accounts',
  'programme',
  'targets',
  'documents',
  'work',
  'progress',
  'adjustments',
  'briefings',
  'consistency',
  'screens',
  'operators',
  'analysis',
];

/** One violation at least for each rule of .dependency-cruiser.cjs. */
export const PLANTED: readonly Planted[] = [
  ...ROOMS.map((room, index) => ({ rule: `platform-${room}`, tree: roomTree(room, index) })),
  ...DOMAINS.slice(0, -1).map((domain, index) => ({ rule: `domain-${domain}`, tree: domainTree(domain, index) })),
  {
    rule: 'no-circular',
    tree: { 'src/work/guilty.ts': "import './part';", 'src/work/part.ts': "import './guilty';" },
  },
  { rule: 'no-orphans', tree: { 'src/work/guilty.ts': NOTHING } },
  { rule: 'no-unresolvable', tree: { 'src/work/guilty.ts': "import './gone';" } },
  {
    rule: 'every-room-is-known',
    tree: {
      'src/finance/guilty.ts': "import './sum';",
      'src/finance/sum.ts': NOTHING,
      'src/platform/mail/guilty.ts': "import './send';",
      'src/platform/mail/send.ts': NOTHING,
    },
  },
  {
    rule: 'platform-jobs',
    tree: {
      'src/platform/jobs/guilty.ts': "import '../live/hub';",
      'src/platform/live/hub.ts': NOTHING,
      'src/platform/jobs/second.guilty.ts': "import '../http/server';",
      'src/platform/http/server.ts': NOTHING,
      'src/platform/jobs/third.guilty.ts': "import '../domain';",
      'src/platform/domain.ts': NOTHING,
    },
  },
  {
    rule: 'platform-observability',
    tree: {
      'src/platform/observability/guilty.ts': "import '../database/query';",
      'src/platform/database/query.ts': NOTHING,
    },
  },
  {
    rule: 'lib-imports-nothing-of-ours',
    tree: {
      'src/platform/lib/guilty.ts': "import '../config/config';",
      'src/platform/config/config.ts': NOTHING,
      'src/platform/lib/second.guilty.ts': "import '../../work/public';",
      'src/work/public.ts': NOTHING,
    },
  },
  {
    rule: 'platform-knows-no-domain',
    tree: { 'src/platform/reader/guilty.ts': "import '../../work/public';", 'src/work/public.ts': NOTHING },
  },
  {
    rule: 'domains-meet-in-public',
    tree: { 'src/work/guilty.ts': "import '../targets/target';", 'src/targets/target.ts': NOTHING },
  },
  {
    rule: 'domain-index-is-for-domains-ts',
    tree: {
      'src/work/guilty.ts': "import './index';",
      'src/work/index.ts': NOTHING,
      'src/loading/guilty.ts': "import '../work/index';",
    },
  },
  {
    rule: 'no-barrels',
    tree: {
      'src/platform/reader/guilty.ts': "import './index';",
      'src/platform/reader/index.ts': NOTHING,
      'src/work/guilty.ts': "import './plans/index';",
      'src/work/plans/index.ts': NOTHING,
    },
  },
  {
    rule: 'rules-and-policies-are-pure',
    tree: {
      'src/work/guilty.rules.ts': "import 'typeorm';",
      'src/work/guilty.policy.ts': "import 'graphql';",
      'src/work/late.guilty.rules.ts': "import { todayOf } from '../platform/lib/clock'; todayOf;",
      'src/platform/lib/clock.ts': 'export const todayOf = 1;',
      'src/work/stored.guilty.rules.ts': "import './item.entity';",
      'src/work/item.entity.ts': NOTHING,
      'src/work/file.guilty.policy.ts': "import 'node:fs';",
    },
  },
  {
    rule: 'rules-load-no-other-domain',
    isOfValues: true,
    tree: {
      'src/work/guilty.rules.ts': "import '../targets/public';",
      'src/work/guilty.policy.ts': "import { isMet } from '../targets/public'; isMet;",
      'src/targets/public.ts': 'export const isMet = 1;',
    },
  },
  { rule: 'states-are-plain', tree: { 'src/work/guilty.state.ts': "import 'graphql';" } },
  {
    rule: 'outer-ring',
    tree: {
      'src/work/guilty.ts': "import '../loading/load';",
      'src/loading/load.ts': NOTHING,
      'src/platform/http/guilty.ts': "import '../../composition';",
      'src/composition.ts': NOTHING,
    },
  },
  {
    rule: 'migrations-stand-alone',
    tree: { 'migrations/guilty.ts': "import '../src/work/item';", 'src/work/item.ts': NOTHING },
  },
  {
    rule: 'web-is-an-outside-client',
    tree: { 'src/web/guilty.ts': "import '../work/public';", 'src/work/public.ts': NOTHING },
  },
  { rule: 'web-runs-in-a-browser', tree: { 'src/web/guilty.ts': "import 'node:fs';" } },
  { rule: 'server-knows-no-page', tree: { 'src/work/guilty.ts': "import '../web/page';", 'src/web/page.ts': NOTHING } },
  {
    rule: 'only-database-imports-pg',
    tree: {
      'src/work/guilty.ts': "import 'pg';",
      'src/platform/event-log/guilty.ts': "import type { Client } from 'pg'; export type C = Client;",
    },
  },
  {
    rule: 'nobody-imports-tests',
    tree: {
      'src/work/guilty.ts': "import '../../test/helper';",
      'test/helper.ts': NOTHING,
      'src/work/second.guilty.ts': "import '../../bench/load';",
      'bench/load.ts': NOTHING,
    },
  },
  {
    rule: 'tests-import-no-bench',
    tree: { 'test/guilty.ts': "import '../bench/load';", 'bench/load.ts': NOTHING },
  },
  { rule: 'production-dependencies', tree: { 'src/work/guilty.ts': "import 'jest';" } },
];

/** The same tree with imports of types alone in place of all others. */
export function byTypeOnly(tree: Tree): Tree {
  const entries = Object.entries(tree).map(([path, text]): [string, string] => [
    path,
    text.replace(/import (?:\{[^}]*\} from )?(?='[^']+';)/g, 'import type { nothing } from '),
  ]);
  return Object.fromEntries(entries);
}

/** A room that imports each room above it, jobs, and what stands above all. */
function roomTree(room: string, index: number): Tree {
  const above = [...ROOMS.slice(0, index), 'jobs'];
  return {
    ...Object.fromEntries(
      above.map((other) => [`src/platform/${room}/${other}.guilty.ts`, `import '../${other}/one';`]),
    ),
    [`src/platform/${room}/domain.guilty.ts`]: "import '../domain';",
    'src/platform/domain.ts': NOTHING,
    ...Object.fromEntries(above.map((other) => [`src/platform/${other}/one.ts`, NOTHING])),
  };
}

/** A domain that imports the public.ts of each domain to its right. */
function domainTree(domain: string, index: number): Tree {
  const later = DOMAINS.slice(index + 1);
  return {
    ...Object.fromEntries(later.map((other) => [`src/${domain}/${other}.guilty.ts`, `import '../${other}/public';`])),
    ...Object.fromEntries(later.map((other) => [`src/${other}/public.ts`, NOTHING])),
  };
}
