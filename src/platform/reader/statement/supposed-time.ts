import { createHash } from 'node:crypto';
import type { TableChanges } from '../model/row-changes';
import { type PlannedSupposition, presentTime, type ReadTime, type RunValues, type Statement } from './statement';

const NONE: TableChanges = { rows: [], removed: [] };
const HASH_LENGTH = 16;

/**
 * The present as it would be if something were carried out today: a table that may change is its rows without those that do, and those as they would be. The log and
 * all other tables are those of now.
 */
export function supposedTime(statement: Statement, planned: PlannedSupposition): ReadTime {
  const present = presentTime();
  const name = statement.alias('if');
  // bound where it is first used: a parameter that no text mentions would be an error
  const bound = (what: string, sqlType: string, slot: (run: RunValues) => unknown) =>
    statement.shared(`${name} ${what}`, () => statement.bind(slot, sqlType));
  const changes = (table: string) => (run: RunValues) => run.supposed.get(planned)?.[table] ?? NONE;
  return {
    ...present,
    table: (table) => {
      if (!planned.declared.tables.includes(table)) return present.table(table);
      const of = changes(table);
      const gone = bound(`gone ${table}`, 'uuid[]', (run) => goneOf(of(run)));
      const rows = bound(`rows ${table}`, 'jsonb', (run) => textOf(of(run).rows));
      return changedTable(table, gone, rows);
    },
    idSuffix: () => bound('suffix', 'text', (run) => suffixOf(planned.ids(run))),
  };
}

/**
 * Written so that PostgreSQL finds rows by their indexes: no condition stands within the union, so that both its parts are read where the whole is, and the limit keeps
 * the second part a sub-select, which can be looked up for each row of another table as the function alone cannot (50 reports with their items, of 4,000: 280 ms without, 30 with).
 * It takes the rows for as few as they are.
 */
function changedTable(table: string, gone: string, rows: string): string {
  return `(select u.* from (select t.*, true as "#is" from "${table}" t
    union all (select s.*, false from jsonb_populate_recordset(null::"${table}", ${rows}) s limit jsonb_array_length(${rows}))) u
    where not u."#is" or u.id <> all(${gone}))`;
}

// what is supposed is remembered, and its rows are the same for every run
const texts = new WeakMap<TableChanges['rows'], string>();

function textOf(rows: TableChanges['rows']): string {
  const text = texts.get(rows) ?? JSON.stringify(rows);
  texts.set(rows, text);
  return text;
}

/** Ids of all rows that are not as they stand in the table. */
function goneOf({ rows, removed }: TableChanges): unknown[] {
  return [...rows.map(({ id }) => id), ...removed];
}

/** What is added to ids: the same for the same list of proposals. */
function suffixOf(ids: readonly string[]): string {
  return `~${createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, HASH_LENGTH)}`;
}
