import { CONTENDERS } from '../contenders/index.mjs';

const DIGITS = {
  perSecond: 0,
  p50ms: 2,
  p99ms: 2,
  ratioToLimit: 3,
  statements: 2,
  serverCpuMs: 3,
  memoryKiB: 0,
  timeTo1x: 2,
  timeToNow: 2,
};
/** Names of those that are set up as their own documentation says. */
export const documented = new Set(CONTENDERS.filter((contender) => contender.documented).map(({ name }) => name));

/** Adds the ratios: to the limit, and of the time to the same workload on a tenth of the reports. */
export function withRatios(rows) {
  const rate = (workload, contender, concurrency) =>
    rows.find((row) => row.workload === workload && row.contender === contender && row.concurrency === concurrency)
      ?.perSecond;
  return rows.map((row) => {
    const limit = rate(row.workload, 'limit', row.concurrency);
    const before = row.workload.endsWith('10x')
      ? rate(row.workload.slice(0, -3), row.contender, row.concurrency)
      : undefined;
    return {
      ...row,
      ...(limit > 0 ? { ratioToLimit: row.perSecond / limit } : {}),
      ...(before > 0 && row.perSecond > 0 ? { timeTo1x: before / row.perSecond } : {}),
    };
  });
}

/** Rows for the file: rounded, and without what is not known. */
export function plainRows(rows, digits = DIGITS) {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => [name, name in digits ? Number(value.toFixed(digits[name])) : value]),
    ),
  );
}

/** The rows as a table for the eye, one block for each workload. */
export function tableOf(rows) {
  const lines = [
    [
      '',
      'req/s',
      '× limit',
      '× best peer',
      'p50 ms',
      'p99 ms',
      'statements',
      'CPU ms',
      'memory MiB',
      '× time at 1×',
      '× time now',
    ],
  ];
  for (const title of new Set(rows.map(titleOf))) {
    const block = rows.filter((row) => titleOf(row) === title);
    const peers = block.filter(({ contender }) => documented.has(contender)).map(({ perSecond }) => perSecond);
    const bestPeer = peers.length === 0 ? null : Math.max(...peers);
    lines.push([], [title], ...block.map((row) => cells(row, bestPeer)));
  }
  return layOut(lines);
}

const titleOf = ({ workload, concurrency }) => `${workload}, ${concurrency} at a time`;

/** Lines of cells as text, in columns; what no line fills is left out. A line of one cell is a title. */
export function layOut(lines) {
  const isUsed = lines[0].map(
    (_, column) => column === 0 || lines.slice(1).some((line) => (line[column] ?? '') !== ''),
  );
  const shown = lines.map((line) => line.filter((_, column) => isUsed[column]));
  const widths = shown[0].map((_, column) =>
    Math.max(...shown.map((line) => (line.length > 1 ? (line[column] ?? '').length : 0))),
  );
  return shown
    .map((line) =>
      line
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells(row, bestPeer) {
  const name = documented.has(row.contender) ? `${row.contender} (as documented)` : row.contender;
  return [
    `  ${name}`,
    fixed(row.perSecond, row.perSecond < 100 ? 1 : 0),
    fixed(row.ratioToLimit, 2),
    fixed(bestPeer > 0 ? row.perSecond / bestPeer : null, 2),
    fixed(row.p50ms, 2),
    fixed(row.p99ms, 2),
    fixed(row.statements, 1),
    fixed(row.serverCpuMs, 2),
    fixed(row.memoryKiB == null ? null : row.memoryKiB / 1024, 0),
    fixed(row.timeTo1x, 2),
    fixed(row.timeToNow, 2),
  ];
}

/** A number for the eye; nothing where there is none. */
export function fixed(value, digits) {
  return value === null || value === undefined ? '' : value.toFixed(digits);
}
