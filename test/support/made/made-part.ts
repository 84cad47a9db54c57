import type { DatabaseView } from '../database-view';

const MADE = {
  milestone: `insert into milestone (work_item_id, number, title, title_en, due_on, planned_percent)
    select id, 1, 'made', 'made', '2023-06-30', 10 from work_item where 'wi_' || id = $1 returning 'ms_' || id as id`,
  deliverable: `insert into deliverable (work_item_id, number, title, due_on)
    select id, 1, 'made', '2023-06-30' from work_item where 'wi_' || id = $1 returning 'dl_' || id as id`,
  resource: `insert into resource (work_item_id, kind, description, stated_on)
    select id, 'DATA', 'made', '2023-01-01' from work_item where 'wi_' || id = $1 returning 're_' || id as id`,
};

/** Hangs a part on an item that has none of the kind; gives its id. */
export async function makePart(view: DatabaseView, kind: keyof typeof MADE, workItemId: string): Promise<string> {
  return (await view.row<{ id: string }>(MADE[kind], [workItemId])).id;
}
