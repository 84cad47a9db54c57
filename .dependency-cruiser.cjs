/**
 * Who may know whom. Each rule has a planted violation in test/contract/planted-violations.ts that proves that it bites. An
 * import of a type alone counts as any other: who names a type cannot be read, moved or built without it. One rule
 * says otherwise of itself.
 */

/** Each knows those after it, none before it; lib, jobs and observability stand beside them. */
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

/** Each knows the public.ts of those before it. */
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

const ANY_DOMAIN = `^src/(${DOMAINS.join('|')})/`;
/** What puts everything together and is known to nobody. */
const OUTER =
  '^(src/(loading|tools|cluster)/|src/(main|cluster|composition|announce-start|start-configured|stop-signals(\\.test)?|heard-signals|domains|open-data-source)\\.ts$|ormconfig\\.ts$)';
const TESTS = '(^(test|bench)/|\\.test\\.tsx?$)';
const PURE = '\\.(rules|policy)\\.ts$';

/** Platform rooms that the room must not know, nor platform/domain.ts: it stands above them all, for domains and composition. */
function roomRule(room, index) {
  const above = [...ROOMS.slice(0, index), 'jobs'];
  return {
    name: `platform-${room}`,
    comment: `platform/${room} knows only the rooms after it: ${ROOMS.slice(index + 1).join(', ') || 'none'}; lib and observability.`,
    severity: 'error',
    from: { path: `^src/platform/${room}/` },
    to: { path: `^src/platform/(${above.join('|')})/|^src/platform/domain\\.ts$` },
  };
}

function domainRule(domain, index) {
  return {
    name: `domain-${domain}`,
    comment: `${domain} knows only the domains before it: ${DOMAINS.slice(0, index).join(', ') || 'none'}.`,
    severity: 'error',
    from: { path: `^src/${domain}/` },
    to: { path: `^src/(${DOMAINS.slice(index + 1).join('|')})/` },
  };
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one thing or three, be it for a type.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nobody imports and that imports nobody is dead.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'What is imported must be there; the bench installs its packages itself, when it is first run.',
      severity: 'error',
      from: { pathNot: '^bench/' },
      to: { couldNotResolve: true, pathNot: '\\?|\\.css$' },
    },
    {
      name: 'every-room-is-known',
      comment: 'A new folder under src/ or src/platform/ takes its place in the order first (ROOMS, DOMAINS).',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          ANY_DOMAIN,
          OUTER,
          '^src/web/',
          `^src/platform/(${ROOMS.join('|')}|jobs|observability|lib)/`,
          '^src/platform/domain\\.ts$',
        ],
      },
      to: {},
    },
    ...ROOMS.map(roomRule),
    {
      name: 'platform-jobs',
      comment: 'Jobs stand beside the reader: they are driven by the log and never ask the network.',
      severity: 'error',
      from: { path: '^src/platform/jobs/' },
      to: { path: '^src/platform/((http|operations|schema|live)/|domain\\.ts$)' },
    },
    {
      name: 'platform-observability',
      comment: 'Whoever may be imported from everywhere imports nobody but lib and config.',
      severity: 'error',
      from: { path: '^src/platform/observability/' },
      to: { path: '^src/', pathNot: '^src/platform/(observability|lib|config)/' },
    },
    {
      name: 'lib-imports-nothing-of-ours',
      comment: 'lib holds pure helpers.',
      severity: 'error',
      from: { path: '^src/platform/lib/' },
      to: { path: '^(src|migrations|test|bench)/|^ormconfig', pathNot: '^src/platform/lib/' },
    },
    {
      name: 'platform-knows-no-domain',
      comment: 'Plumbing does not know the city; composition.ts hands it in.',
      severity: 'error',
      from: { path: '^src/platform/(?!lib/|observability/)' },
      to: { path: ANY_DOMAIN },
    },
    ...DOMAINS.slice(0, -1).map(domainRule),
    {
      name: 'domains-meet-in-public',
      comment: 'Of another domain only its public.ts; index.ts is for domains.ts.',
      severity: 'error',
      from: { path: `^src/(${DOMAINS.join('|')})/` },
      to: { path: ANY_DOMAIN, pathNot: ['^src/$1/', '^src/[^/]+/public\\.ts$'] },
    },
    {
      name: 'domain-index-is-for-domains-ts',
      comment: 'index.ts is what the domain contributes to the program, not a way into it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/domains\\.ts$' },
      to: { path: `${ANY_DOMAIN}index\\.ts$` },
    },
    {
      name: 'no-barrels',
      comment: 'Only a domain has an index.ts; everything else is imported from where it is.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/.*index\\.tsx?$', pathNot: `${ANY_DOMAIN}index\\.ts$` },
    },
    {
      name: 'rules-and-policies-are-pure',
      comment:
        'Rules and policies are functions of values: no ORM, no GraphQL, no clock. What they know comes from states, other rules, platform/lib and platform/access.',
      severity: 'error',
      from: { path: PURE },
      to: {
        pathNot: [
          '\\.(rules|policy|state)\\.ts$',
          '^src/[^/]+/public\\.ts$',
          '^src/platform/lib/(?!clock\\.ts$)',
          '^src/platform/access/',
          '^src/platform/reader/model/(row-rule|row-changes)\\.ts$',
          '^src/platform/event-log/event-audience\\.ts$',
        ],
      },
    },
    {
      name: 'rules-load-no-other-domain',
      comment:
        'Of another domain a rule may name a type, e.g. a state: a value of public.ts would bring all that is behind it.',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypesNot: ['type-only'], path: '^src/[^/]+/public\\.ts$' },
    },
    {
      name: 'states-are-plain',
      comment: 'A state file is imported by rules: it brings nothing with it.',
      severity: 'error',
      from: { path: '\\.state\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'outer-ring',
      comment: 'Nobody depends on what puts everything together.',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: [OUTER, TESTS] },
      to: { path: OUTER },
    },
    {
      name: 'migrations-stand-alone',
      comment: 'A migration that landed must not change because the code around it changes.',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(src|schema|scripts|test|bench)/' },
    },
    {
      name: 'web-is-an-outside-client',
      comment: 'The pages know the server only by schema/.',
      severity: 'error',
      from: { path: '^src/web/' },
      to: { path: '^(src/(?!web/)|migrations/|scripts/|ormconfig)' },
    },
    {
      name: 'web-runs-in-a-browser',
      comment: 'A browser has no Node.',
      severity: 'error',
      from: { path: '^src/web/', pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-knows-no-page',
      comment: 'The pages are files to the server, not modules.',
      severity: 'error',
      from: { path: '^(src/(?!web/)|migrations/)' },
      to: { path: '^src/web/' },
    },
    {
      name: 'only-database-imports-pg',
      comment: 'One room talks to PostgreSQL.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/platform/database/' },
      to: { path: 'node_modules/(@types/)?pg/' },
    },
    {
      name: 'nobody-imports-tests',
      comment: 'Neither test/ nor bench/ nor *.test.ts is there in production.',
      severity: 'error',
      from: { path: '^(src|migrations|scripts)/|^ormconfig', pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'tests-import-no-bench',
      comment: 'Measuring and testing do not lean on each other.',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^bench/' },
    },
    {
      name: 'production-dependencies',
      comment: 'What the server loads is in "dependencies" of package.json.',
      severity: 'error',
      from: { path: '^(src/(?!web/)|migrations/|ormconfig)', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|data)/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
