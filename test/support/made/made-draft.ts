import type { DatabaseView } from '../database-view';

/** Writes a draft of a report past the commands, of the item's lead unit, in the place of the one that is there; gives its id. */
export async function makeDraft(
  view: DatabaseView,
  item: string,
  savedById: string,
  period = '2023-Q4',
): Promise<string> {
  await view.rows(
    `delete from progress_report_draft where work_item_id = (select id from work_item where code = $1) and period = $2`,
    [item, period],
  );
  const { id } = await view.row<{ id: string }>(
    `insert into progress_report_draft (work_item_id, cycle_id, period, unit_id, summary, saved_by_id, saved_at, version)
     select w.id, c.id, c.period, w.lead_unit_id, 'made', $2::uuid, '2023-11-13T08:00:00Z', 1
     from work_item w join reporting_cycle c on c.programme_id = w.programme_id and c.period = $3 where w.code = $1
     returning 'rd_' || id as id`,
    [item, savedById, period],
  );
  return id;
}
