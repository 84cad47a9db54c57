import type { DerivedSql } from '../platform/reader/declarations';

export const isAwaitedSql: DerivedSql = (row) => `(${row}.answered_on is null)`;

/** Days past the due date: of the answer, or of today while none has come. */
export const consultationDaysLateSql: DerivedSql = (row, { today }) =>
  `greatest(0, coalesce(${row}.answered_on, ${today}) - ${row}.due_on)`;
