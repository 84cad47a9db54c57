import { createHash } from 'node:crypto';
import type { TableChanges } from '../model/row-changes';
import type { PlannedSupposition } from './planned-supposition';
import { presentTime, type ReadTime, type RunValues, type Statement } from './statement';

const NONE: TableChanges = { rows: [], removed: [] };
const HASH_LENGTH = 16;

/** The present as it would be if something were carried out today: a changed table is its rows without those that change, and those as they would be. */
export function supposedTime(statement: Statement, planned: PlannedSupposition): ReadTime {
  const present = presentTime();
  const name = statement.alias('if');
  const changes = (table: string) => (run: RunValues) => run.supposed.get(planned)?.[table] ?? NONE;
  const bound = (what: string, sqlType: string, slot: (run: RunValues) => unknown) =>
    statement.shared(`${name} ${what}`, () => statement.bind(slot, sqlType));
  return {
    ...present,
    table: (table) => {
      if (!planned.declared.tables.includes(table)) return present.table(table);
      const of = changes(table);
      const gone = bound(`gone ${table}`, 'uuid[]', (run) => idsOf(of(run)));
      const rows = bound(`rows ${table}`, 'jsonb', (run) => JSON.stringify(of(run).rows));
      return `(select t.* from "${table}" t where t.id <> all(${gone})
        union all select * from jsonb_populate_recordset(null::"${table}", ${rows}))`;
    },
    idSuffix: () => bound('suffix', 'text', (run) => suffixOf(planned.ids(run))),
  };
}

/** Ids of all rows that are no more as they are in the table. */
function idsOf({ rows, removed }: TableChanges): unknown[] {
  return [...rows.map(({ id }) => id), ...removed];
}

/** What is added to ids: the same for the same list of proposals. */
function suffixOf(ids: readonly string[]): string {
  return `~${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, HASH_LENGTH)}`;
}
