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
  `update measurement set state = 'ACCEPTED', value = value * 1.1, note = null, return_reason = null, returned_at = null where abs(hashtext(id::text)) % 6 = 1`,
  `update target set due_on = due_on - 400, assessed_health = 'AT_RISK' where abs(hashtext(id::text)) % 2 = 0`,
  `delete from trajectory_point where abs(hashtext(id::text)) % 3 = 0`,
  `update display set revoked_at = case when revoked_at is null then timestamptz '2023-11-13T10:00:00Z' end`,
  `update account set display_name = display_name || ' 2'`,
  `update unit_succession set effective_on = effective_on + 30, source_note = case when source_note is null then 'mới' end
     where abs(hashtext(id::text)) % 2 = 0`,
  `delete from unit_succession where abs(hashtext(id::text)) % 5 = 1`,
  `update steering_committee set name = name || ' (kiện toàn)', reformed_on = reformed_on || '{2023-11-01}'`,
  `update committee_membership set rank = rank + 1, office = office || ' (cũ)', ends_on = case when ends_on is null then greatest(coalesce(starts_on, as_of), '2023-11-13') end
     where abs(hashtext(id::text)) % 2 = 0`,
  `delete from target_assignment where abs(hashtext(id::text)) % 4 = 0`,
  `update target_assignment set starts_on = starts_on - 10, ends_on = case when ends_on is null then date '2024-12-31' else ends_on + 7 end
     where abs(hashtext(id::text)) % 4 = 1`,
  `delete from work_item_oversight where abs(hashtext(id::text)) % 4 = 0`,
  `update work_item_oversight set starts_on = starts_on - 10, ends_on = case when ends_on is null then date '2024-12-31' else ends_on + 7 end
     where abs(hashtext(id::text)) % 4 = 1`,
  `update document set state = case state when 'SUBMITTED' then 'ISSUED' when 'ISSUED' then 'WITHDRAWN' else 'SUBMITTED' end,
     submissions = submissions + 1, submitted_on = case when submitted_on is null then date '2023-11-10' end, approval_level = 'UNIT',
     drafting_unit_id = null, implements_id = null where abs(hashtext(id::text)) % 3 > 0`,
  `delete from document_step where abs(hashtext(id::text)) % 5 = 0`,
  `update document_step set level = case when level is null then 'PARTY_COMMITTEE' end, submission = submission + 1, note = null, taken_on = taken_on + 1
     where abs(hashtext(id::text)) % 5 = 1`,
  `update document_version set note = note || ' (sửa)', written_at = '2023-11-13T10:00:00Z' where abs(hashtext(id::text)) % 3 = 0`,
  `delete from document_version where number > 1 and abs(hashtext(id::text)) % 5 = 1`,
  `delete from document_section where abs(hashtext(id::text)) % 5 = 0`,
  `update document_section set text = upper(text), ordinal = ordinal + 1 where abs(hashtext(id::text)) % 5 = 1`,
  `delete from consultation where abs(hashtext(id::text)) % 5 = 0`,
  `update consultation set answered_on = case when answered_on is null then date '2023-11-13' end, opinion = case when opinion is null then 'DISAGREED' end,
     verdict = case when verdict is null then 'NOT_TAKEN_IN' end, text = null, due_on = due_on + 10 where abs(hashtext(id::text)) % 5 in (1, 2)`,
  `update appendix set title = title || ' (bổ sung)', expected_count = expected_count + 1, document_id = (select min(id::text)::uuid from document)
     where abs(hashtext(id::text)) % 2 = 0`,
  `delete from resource where abs(hashtext(id::text)) % 5 = 0`,
  `update resource set state = case state when 'PROPOSED' then 'APPROVED' else 'REFUSED' end, decided_on = date '2023-11-13', decision_note = 'mới',
     amount = amount - 1 + (amount <= 1)::integer, currency = case when amount is not null then 'USD' end where abs(hashtext(id::text)) % 5 = 1`,
  `delete from deliverable where abs(hashtext(id::text)) % 5 = 0`,
  `update deliverable set accepted_on = case when accepted_on is null then date '2023-11-13' end, evidence = case when accepted_on is null then 'Biên bản' end,
     due_on = due_on + 31 where abs(hashtext(id::text)) % 5 in (1, 2)`,
  `delete from trace where abs(hashtext(id::text)) % 4 = 0`,
  `update trace set traced_on = traced_on + 1, is_sample = not is_sample where abs(hashtext(id::text)) % 4 = 1`,
  `update viewpoint set number = 'm' || number, text = text || ' (mới)' where abs(hashtext(id::text)) % 2 = 0`,
  `delete from viewpoint v where abs(hashtext(id::text)) % 2 = 1 and not exists (select from trace t where t.viewpoint_id = v.id)`,
  `update objective set text = text || ' (mới)' where abs(hashtext(id::text)) % 2 = 0`,
  `delete from objective o where abs(hashtext(id::text)) % 2 = 1 and not exists (select from trace t where t.objective_id = o.id)`,
  `update chronicle_entry set happened_on = happened_on + 1, kind = kind || '*', text = text || ' (mới)' where abs(hashtext(id::text)) % 3 = 0`,
  `delete from chronicle_entry where abs(hashtext(id::text)) % 3 = 1`,
  `update indicator set name = name || ' (mới)', unit_of_measure = case when unit_of_measure is null then '%' end where abs(hashtext(id::text)) % 2 = 0`,
  `update programme set issued_on = case when issued_on is null then date '2021-03-17' end, general_goal = 'mới', standing_agency_id = null
     where abs(hashtext(id::text)) % 2 = 0`,
  `update term set name = name || ' (mới)'`,
  `delete from account_role where account_id = (select id from account where email = 'member@demo.test')`,
  `insert into account_role (account_id, role) select id, 'INSPECTOR' from account where email = 'analyst@demo.test'`,
  `delete from obstacle where abs(hashtext(id::text)) % 5 = 0`,
  `update obstacle set text = text || ' (mới)', raised_on = raised_on - 3, state = 'IN_HAND', decision = null, resolved_on = null
     where abs(hashtext(id::text)) % 5 in (1, 2)`,
  `update service_outage set ends_on = ends_on + 1, reason = upper(reason)`,
  `update reporting_rule set closes_working_days = closes_working_days + 1, valid_to = null where abs(hashtext(id::text)) % 2 = 0`,
  `update cycle_reopening set until = until + 1, reason = reason || ' (mới)' where abs(hashtext(id::text)) % 2 = 0`,
  `delete from report_waiver where abs(hashtext(id::text)) % 3 = 0`,
  `update report_waiver set reason = upper(reason) || '!', waived_on = waived_on + 1 where abs(hashtext(id::text)) % 3 = 1`,
  `update progress_report_review set note = null, outcome = 'RETURNED', reviewed_at = '2023-11-13T10:00:00Z' where abs(hashtext(id::text)) % 3 = 1`,
  `delete from adjustment_step where abs(hashtext(id::text)) % 4 = 0`,
  `update adjustment_step set note = 'mới', kind = 'RETURNED' where abs(hashtext(id::text)) % 4 in (1, 2)`,
  `update adjustment_request set state = 'REFUSED', opinion = 'mới', product = product || ' (mới)', decision_number = null
     where abs(hashtext(id::text)) % 3 = 0`,
  `delete from revision where abs(hashtext(id::text)) % 4 = 0`,
  `update revision set applied_on = applied_on + 1 where abs(hashtext(id::text)) % 4 in (1, 2)`,
  `update work_item_baseline set due_on = due_on + 10, product = null where abs(hashtext(id::text)) % 2 = 0`,
  `update list_review set note = 'mới', due_on = due_on + 3 where abs(hashtext(id::text)) % 2 = 0`,
  `delete from progress_report_draft where abs(hashtext(id::text)) % 4 = 0`,
  `update progress_report_draft set summary = coalesce(summary, '') || ' (mới)', percent_complete = 100 - percent_complete, claimed_health = null,
     version = version + 1, saved_at = '2023-11-13T10:00:00Z' where abs(hashtext(id::text)) % 4 in (1, 2)`,
  `update non_working_day set name = name || ' (mới)', is_decided = not is_decided where abs(hashtext(id::text)) % 4 = 1`,
];

/** Changes rows of every kind, each statement in a transaction of its own. */
export async function changeRows(view: DatabaseView): Promise<void> {
  for (const change of CHANGES) await view.rows(change);
}
