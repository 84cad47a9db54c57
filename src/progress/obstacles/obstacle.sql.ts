import type { DerivedSql } from '../../platform/reader/model/declarations';

/** Calendar days since an obstacle was raised: until it was resolved, or until today. */
export const ageDaysSql: DerivedSql = (row, { today }) =>
  `(coalesce(${row}.resolved_on, ${today}::date) - ${row}.raised_on)`;
