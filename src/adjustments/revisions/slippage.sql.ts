import type { DerivedSql } from '../../platform/reader/model/declarations';

/** Days by which adjustments moved the due date of an item from the first one. */
export const slippageSql: DerivedSql = (row, { table }) =>
  `coalesce(${row}.due_on - (select wb.due_on from ${table('work_item_baseline')} wb where wb.work_item_id = ${row}.id), 0)`;
