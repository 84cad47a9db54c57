/** What would become of the rows of a table: whole rows, changed and new ones, by their columns; and the ids of those that would be gone. */
export interface TableChanges {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly removed: readonly string[];
}

/** What would become of rows, by the names of their tables. */
export type RowChanges = Readonly<Record<string, TableChanges>>;
