import type { DatabaseView } from '../database-view';

/** Writes an obstacle of an item past the commands, raised by the item's lead unit; gives its id. */
export async function makeObstacle(view: DatabaseView, state: string, item: string): Promise<string> {
  const { id } = await view.row<{ id: string }>(
    `insert into obstacle (work_item_id, text, unit_id, raised_on, state, taken_up_on, decision, resolved_on)
     select id, 'made', lead_unit_id, '2023-11-01', $1, case when $1 <> 'OPEN' then date '2023-11-05' end,
       case when $1 = 'RESOLVED' then 'made' end, case when $1 = 'RESOLVED' then date '2023-11-10' end
     from work_item where code = $2 returning 'oc_' || id as id`,
    [state, item],
  );
  return id;
}
