import type { DatabaseView } from '../../support/database-view';

/** Statements after which hardly any type of row is as it was: columns become null and cease to be, rows point elsewhere, are gone, are new. */
const CHANGES: readonly string[] = [
  `update unit set name = short_name || ' (sáp nhập)', valid_to = case when valid_to is null then date '2030-01-01' end
     where abs(hashtext(id::text)) % 3 = 0 and coalesce(valid_from, '2000-01-01') < '2030-01-01'`,
  `update unit set parent_id = (select min(id::text)::uuid from unit) where abs(hashtext(id::text)) % 5 = 0`,
  `update person set unit_id = null where abs(hashtext(id::text)) % 2 = 0`,
  `update document set number = case when number is null then 'mới' end where abs(hashtext(id::text)) % 2 = 0`,
  `update work_item set percent_complete = 100 - percent_complete, title = upper(title), responsible_person_id = null,
     completed_on = case when completed_on is null then date '2023-11-01' end where abs(hashtext(id::text)) % 2 = 0`,
  `update work_item set lead_unit_id = (select max(id::text)::uuid from unit) where abs(hashtext(id::text)) % 7 = 0`,
  `update milestone set reached_on = case when reached_on is null then date '2023-10-10' end, planned_percent = planned_percent / 2
     where abs(hashtext(id::text)) % 2 = 0`,
  `delete from unit_role where role <> 'LEAD' and abs(hashtext(id::text)) % 3 = 0`,
  `update reporting_cycle set due_on = due_on + 1, closes_on = closes_on + 1 where abs(hashtext(id::text)) % 2 = 0`,
  `delete from progress_report where abs(hashtext(id::text)) % 6 = 0`,
  `update progress_report set state = case state when 'ACCEPTED' then 'RETURNED' else 'WITHDRAWN' end, summary = summary || ' (sửa)',
     version = version + 1, changed_at = '2023-11-13T10:00:00Z', milestone_ids = '{}' where abs(hashtext(id::text)) % 6 = 1`,
  `delete from measurement m where abs(hashtext(id::text)) % 6 = 0 and not exists (select from measurement c where c.corrects_id = m.id)`,
  `update measurement set state = 'ACCEPTED', value = value * 1.1, note = null where abs(hashtext(id::text)) % 6 = 1`,
  `update target set due_on = due_on - 400, assessed_health = 'AT_RISK' where abs(hashtext(id::text)) % 2 = 0`,
  `delete from trajectory_point where abs(hashtext(id::text)) % 3 = 0`,
  `update display set revoked_at = case when revoked_at is null then timestamptz '2023-11-13T10:00:00Z' end`,
  `update account set display_name = display_name || ' 2'`,
];

/** Changes rows of every kind, each statement in a transaction of its own. */
export async function changeRows(view: DatabaseView): Promise<void> {
  for (const change of CHANGES) await view.rows(change);
}
