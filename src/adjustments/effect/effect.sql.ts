import type { RowChanges } from '../../platform/reader/model/row-changes';
import type { Moment } from '../../platform/reader/model/declarations';
import { healthSql, statutoryClassSql } from '../../work/public';

/** Binds a value as a parameter and gives its placeholder. */
type Bind = (value: unknown) => string;

/** What stands in a `from` for a table when changes are laid over it: its rows but the changed and removed ones, and the changed and new ones. */
function laidOver(name: string, changes: RowChanges, bind: Bind): string {
  const changed = changes[name];
  if (changed === undefined) return name;
  const gone = bind([...changed.removed, ...changed.rows.map(({ id }) => id)]);
  const rows = bind(JSON.stringify(changed.rows));
  return `(select * from ${name} standing where standing.id <> all(${gone}::uuid[])
    union all select * from jsonb_populate_recordset(null::${name}, ${rows}::jsonb))`;
}

/** The figures of a programme as they would be with changes: one row each, `measure` and `value`. By the same expressions by which they are read. */
export function figuresSql(changes: RowChanges, bind: Bind, known: { programmeId: string; today: string; now: Date }) {
  const today = `${bind(known.today)}::date`;
  const tables = new Map<string, string>();
  const table = (name: string): string => {
    const over = tables.get(name) ?? laidOver(name, changes, bind);
    tables.set(name, over);
    return over;
  };
  const moment: Moment = {
    today,
    // a parameter that no figure reads would have no type
    get now() {
      return `${bind(known.now)}::timestamptz`;
    },
    table,
  };
  const programme = `${bind(known.programmeId)}::uuid`;
  const items = `(select * from ${table('work_item')} it where it.is_in_force)`;
  return `select 'health.' || ${healthSql('w', moment)} as measure, count(*)::text as value
      from ${items} w where w.programme_id = ${programme} group by 1
    union all select 'statutoryClass.' || ${statutoryClassSql('w', moment)}, count(*)::text
      from ${items} w where w.programme_id = ${programme} group by 1
    union all select 'expectedCount.' || a.code, a.expected_count::text
      from ${table('appendix')} a join document d on d.id = a.document_id where d.programme_id = ${programme}
    union all select 'lastDueOn.' || a.code, max(w.due_on)::text
      from ${items} w join appendix a on a.id = w.appendix_id where w.programme_id = ${programme} group by 1
    union all select 'funds.' || r.currency, sum(r.amount)::text
      from ${table('resource')} r join ${items} w on w.id = r.work_item_id
      where w.programme_id = ${programme} and r.amount is not null and r.state <> 'REFUSED' group by 1
    union all select 'target.' || t.number || '.items', count(*)::text
      from ${table('target')} t join trace tr on tr.target_id = t.id join ${items} w on w.id = tr.work_item_id
      where t.programme_id = ${programme} group by t.number
    union all select 'programme.' || p.code || '.indicator.' || i.code || '.items', count(distinct w.id)::text
      from ${table('target')} other join programme p on p.id = other.programme_id join indicator i on i.id = other.indicator_id
        join ${table('target')} t on t.indicator_id = other.indicator_id
        join trace tr on tr.target_id = t.id join ${items} w on w.id = tr.work_item_id
      where other.programme_id <> ${programme}
        and exists (select from ${table('target')} own where own.programme_id = ${programme} and own.indicator_id = i.id)
      group by p.code, i.code`;
}
