import type { Transaction } from '../../platform/database/transaction';
import type { RowChanges } from '../../platform/reader/model/row-changes';
import { CHANGED_TABLES } from './adjustment-facts.rules';

/** Writes row changes, and notes which tables they touch: what goes makes room first, what others point to comes before them. */
export async function writeRowChanges(tx: Transaction, changes: RowChanges): Promise<void> {
  const tables = CHANGED_TABLES.filter((table) => table in changes);
  for (const table of [...tables].reverse()) {
    const { removed } = changes[table]!;
    if (removed.length > 0) await tx.query(`delete from ${table} where id = any($1::uuid[])`, [removed]);
  }
  for (const table of tables) {
    tx.touched.add(table);
    const { rows } = changes[table]!;
    if (rows.length === 0) continue;
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const set = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
    await tx.query(
      `insert into ${table} (${columns.join(', ')})
        select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb)
        on conflict (id) do update set ${set.join(', ')}`,
      [JSON.stringify(rows)],
    );
  }
}
