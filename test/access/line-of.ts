import { type Column, COLUMNS, type Line } from './rights.table';

/** A line of a table as it was found, cell by cell. */
export async function lineOf<Value extends string>(cell: (column: Column) => Promise<Value>): Promise<Line<Value>> {
  const cells: Partial<Record<Column, Value>> = {};
  for (const column of COLUMNS) cells[column] = await cell(column);
  return cells as Line<Value>;
}
