import { randomUUID } from 'node:crypto';
import type { DatabaseView } from '../database-view';

/** A report that a test puts beside the program, in whatever state. */
export interface MadeReport {
  readonly item: string;
  readonly state: string;
  readonly submittedById: string;
  readonly period?: string;
  readonly supersededAt?: Date;
}

/** Inserts a report as it would stand after the steps to its state; gives its row id. */
export async function makeReport(view: DatabaseView, made: MadeReport): Promise<string> {
  const id = randomUUID();
  await view.rows(
    `insert into progress_report (id, receipt_code, work_item_id, cycle_id, period, unit_id, state, percent_complete, summary, is_late,
       submitted_by_id, submitted_at, changed_at, version, superseded_at, unit_approved_at)
     select $1::uuid, 'made-' || $1::uuid, w.id, c.id, c.period, w.lead_unit_id, $2::text, 99, 'made', false, $3::uuid,
       '2023-11-13T08:00:00Z', '2023-11-13T08:00:00Z', 1, $6::timestamptz,
       case when $2 in ('UNIT_APPROVED', 'ACCEPTED') then timestamptz '2023-11-13T08:00:00Z' end
     from work_item w join reporting_cycle c on c.programme_id = w.programme_id and c.period = $5 where w.code = $4`,
    [id, made.state, made.submittedById, made.item, made.period ?? '2023-Q4', made.supersededAt ?? null],
  );
  return id;
}
