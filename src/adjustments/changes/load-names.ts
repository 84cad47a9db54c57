import type { RowChanges } from '../../platform/reader/model/row-changes';
import type { AdjustmentFacts } from './adjustment-facts.rules';
import type { Query } from './load-adjustment-facts';

/** What people know the units and persons by that items have before or after changes: a unit by its code, a person by the name. */
export async function loadNames(
  query: Query,
  { rows }: AdjustmentFacts,
  changes: RowChanges,
): Promise<ReadonlyMap<string, string>> {
  const items = [...rows.work_item, ...(changes.work_item?.rows ?? [])];
  const ids = items.flatMap((item) => [item.lead_unit_id, item.responsible_person_id]).filter((id) => id !== null);
  const named = (await query(
    `select id, code as name from unit where id = any($1::uuid[])
      union all select id, display_name from person where id = any($1::uuid[])`,
    [[...new Set(ids)]],
  )) as { id: string; name: string }[];
  return new Map(named.map(({ id, name }) => [id, name]));
}
