import type { RowChanges, TableChanges } from '../../platform/reader/model/row-changes';
import { type AdjustmentFacts, CHANGED_TABLES, type ChangedTable, type Row } from './adjustment-facts.rules';

/** Rows on which changes are tried, one after another: what stands is never touched, what differs from it in the end is told. */
export class DraftRows {
  private readonly standing: ReadonlyMap<ChangedTable, ReadonlyMap<string, Row>>;
  private readonly rows: ReadonlyMap<ChangedTable, Map<string, Row>>;

  constructor(rows: AdjustmentFacts['rows']) {
    const byId = (table: ChangedTable) => new Map(rows[table].map((row) => [row.id, row]));
    this.standing = new Map(CHANGED_TABLES.map((table) => [table, byId(table)]));
    this.rows = new Map(CHANGED_TABLES.map((table) => [table, byId(table)]));
  }

  /** The row as it would stand; undefined where there is none. */
  row(table: ChangedTable, id: string): Row | undefined {
    return this.rows.get(table)!.get(id);
  }

  /** All rows of a table of which a column has a value. */
  where(table: ChangedTable, column: string, value: unknown): Row[] {
    return [...this.rows.get(table)!.values()].filter((row) => row[column] === value);
  }

  /** Changes columns of a row that is there. */
  change(table: ChangedTable, id: string, columns: Readonly<Record<string, Row[string]>>): void {
    this.add(table, { ...this.rows.get(table)!.get(id)!, ...columns });
  }

  /** Puts a whole row in its place. */
  add(table: ChangedTable, row: Row): void {
    this.rows.get(table)!.set(row.id, row);
  }

  remove(table: ChangedTable, id: string): void {
    this.rows.get(table)!.delete(id);
  }

  /** What differs from what stands. */
  changes(): RowChanges {
    const changed = CHANGED_TABLES.flatMap((table): [ChangedTable, TableChanges][] => {
      const standing = this.standing.get(table)!;
      const now = this.rows.get(table)!;
      const rows = [...now.values()].filter((row) => !isSame(row, standing.get(row.id)));
      const removed = [...standing.keys()].filter((id) => !now.has(id));
      return rows.length + removed.length === 0 ? [] : [[table, { rows, removed }]];
    });
    return Object.fromEntries(changed);
  }
}

function isSame(row: Row, other: Row | undefined): boolean {
  return other !== undefined && Object.keys(row).every((column) => isEqual(row[column], other[column]));
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}
