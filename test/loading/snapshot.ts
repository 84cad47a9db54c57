import type { DataSource } from 'typeorm';

/** Every row of every table that holds one of our entities, as text: equal exactly when nothing differs. */
export async function snapshotOf(dataSource: DataSource): Promise<Record<string, string[]>> {
  const snapshot: Record<string, string[]> = {};
  // what follows from other rows has no table
  for (const { tableName } of dataSource.entityMetadatas.filter(({ synchronize }) => synchronize)) {
    const rows: { row: string }[] = await dataSource.query(
      `select to_jsonb(t)::text as row from "${tableName}" as t order by 1`,
    );
    snapshot[tableName] = rows.map(({ row }) => row);
  }
  return snapshot;
}

/** Rows of one statement. */
export async function rowsOf<Row>(dataSource: DataSource, sql: string, values: unknown[] = []): Promise<Row[]> {
  const rows: Row[] = await dataSource.query(sql, values);
  return rows;
}
