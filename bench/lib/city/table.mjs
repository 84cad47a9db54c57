import { fixed, layOut, plainRows as plain } from '../table.mjs';

const DIGITS = { seconds: 2, peakKiB: 0, ratioToLimit: 3 };

/** Adds how much of what it may hold each process held. */
export function withRatios(rows) {
  return rows.map(({ mostBytes, ...row }) => ({
    ...row,
    ratioToLimit: row.peakKiB === null ? null : (row.peakKiB * 1024) / mostBytes,
  }));
}

/** Rows for the file. */
export function plainRows(rows) {
  return plain(rows, DIGITS);
}

/** The rows as a table for the eye. */
export function tableOf(rows) {
  return layOut([
    ['', 'seconds', 'peak MB', '× allowed'],
    ...rows.map(({ contender, seconds, peakKiB, ratioToLimit }) => [
      contender,
      fixed(seconds, 1),
      fixed(peakKiB === null ? null : (peakKiB * 1024) / 1e6, 0),
      fixed(ratioToLimit, 2),
    ]),
  ]);
}
