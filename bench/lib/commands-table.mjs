import { fixed, layOut, plainRows as plain } from './table.mjs';

const DIGITS = { p50ms: 2, p99ms: 2, timesLimit: 2, statements: 1 };

/** The ratios are there: each to the inserts of its own run. */
export function withRatios(rows) {
  return rows;
}

/** Rows for the file. */
export function plainRows(rows) {
  return plain(rows, DIGITS);
}

/** The rows as a table for the eye. */
export function tableOf(rows) {
  return layOut([
    ['', 'p50 ms', 'p99 ms', '× bare insert', 'statements'],
    ...rows.map(({ contender, p50ms, p99ms, timesLimit, statements }) => [
      contender,
      fixed(p50ms, 2),
      fixed(p99ms, 2),
      fixed(timesLimit, 2),
      fixed(statements, 1),
    ]),
  ]);
}
