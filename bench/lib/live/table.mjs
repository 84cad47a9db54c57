import { documented, fixed, layOut, plainRows as plain } from '../table.mjs';

const DIGITS = {
  perSecond: 0,
  ratioToLimit: 3,
  p50ms: 2,
  p99ms: 2,
  lastP50ms: 2,
  lastP99ms: 2,
  lastRatioToLimit: 3,
  lastP99RatioToLimit: 3,
  statements: 2,
  serverCpuMs: 3,
  memoryKiB: 2,
  runs: 3,
};
const TITLES = [
  '',
  'deliveries/s',
  '× limit',
  '× best peer',
  'CPU ms / 1,000',
  'statements',
  'KiB each',
  'p50 ms',
  'p99 ms',
  'last p50',
  'last p99',
  '× limit’s',
  'runs',
  'runs at 10/s',
];

/** Adds the ratios to the limit: of the rates, and of the times until the last subscriber has a change. */
export function withRatios(rows) {
  return rows.map((row) => {
    const limit = rows.find(
      (other) => isSameCase(row, other) && other.mode === row.mode && other.contender === 'limit',
    );
    if (row.mode === 'saturated') return { ...row, ratioToLimit: row.perSecond / limit.perSecond };
    if (limit === undefined) return row;
    return {
      ...row,
      lastRatioToLimit: row.lastP50ms / limit.lastP50ms,
      lastP99RatioToLimit: row.lastP99ms / limit.lastP99ms,
    };
  });
}

/** Rows for the file. */
export function plainRows(rows) {
  return plain(rows, DIGITS);
}

/** The rows as a table for the eye: a block for each workload and number of subscribers, a line for each contender with both modes. */
export function tableOf(rows) {
  const lines = [TITLES];
  const saturated = rows.filter(({ mode }) => mode === 'saturated');
  for (const first of saturated.filter((row) => saturated.find((other) => isSameCase(row, other)) === row)) {
    const block = saturated.filter((row) => isSameCase(row, first));
    const peers = block.filter(({ contender }) => documented.has(contender)).map(({ perSecond }) => perSecond);
    const bestPeer = peers.length === 0 ? null : Math.max(...peers);
    lines.push([], [`${first.workload}, ${first.subscribers.toLocaleString('en')} subscribers`]);
    for (const row of block) {
      const paced = rows.find((o) => isSameCase(row, o) && o.mode === 'paced' && o.contender === row.contender);
      lines.push(cells(row, paced ?? {}, bestPeer));
    }
  }
  return layOut(lines);
}

function isSameCase(one, other) {
  return one.workload === other.workload && one.subscribers === other.subscribers;
}

function cells(row, paced, bestPeer) {
  const name = documented.has(row.contender) ? `${row.contender} (as documented)` : row.contender;
  return [
    `  ${name}`,
    fixed(row.perSecond, 0),
    fixed(row.ratioToLimit, 2),
    fixed(bestPeer > 0 ? row.perSecond / bestPeer : null, 2),
    fixed(row.serverCpuMs, 1),
    fixed(row.statements, 1),
    fixed(row.memoryKiB, 1),
    fixed(paced.p50ms, 1),
    fixed(paced.p99ms, 1),
    fixed(paced.lastP50ms, 1),
    fixed(paced.lastP99ms, 1),
    fixed(paced.lastRatioToLimit, 2),
    fixed(row.runs, 2),
    fixed(paced.runs, 2),
  ];
}
