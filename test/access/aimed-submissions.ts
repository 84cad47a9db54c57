import type { DatabaseView } from '../support/database-view';
import { makeReport } from '../support/made/made-report';

const PERIODS: Readonly<Record<string, string>> = { NOT_YET_OPEN: '2024-Q1', LOCKED: '2022-Q2', REOPENED: '2022-Q2' };

/** What is submitted, or begun, and by whom. */
interface Submitted {
  readonly command: string;
  /** How item and cycle stand. */
  readonly state: string;
  readonly unit: string;
}

let counter = 0;

/** An item of a unit by itself, with an accepted report to repeat, and a cycle in the state of a line; gives the command's input, which lacks nothing. */
export async function aimAtSubmission(
  view: DatabaseView,
  { command, state, unit }: Submitted,
  submittedById: string,
): Promise<Readonly<Record<string, unknown>>> {
  const period = PERIODS[state] ?? '2023-Q4';
  const code = `submitted-${(counter += 1)}`;
  const { id: workItemId } = await view.row<{ id: string }>(
    `insert into work_item (code, number, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, lead_unit_id,
       starts_on, due_on, is_in_force, stopped_on)
     select $1, $2, kind, title, title_en, short_name, short_name_en, programme_id, appendix_id, (select id from unit where code = $3),
       '2021-08-01', '2024-12-31', $4, $5::date from work_item where code = '07-12' returning 'wi_' || id as id`,
    [
      code,
      5_000 + counter,
      unit,
      state !== 'STOPPED' && state !== 'NOT_IN_FORCE',
      state === 'STOPPED' ? '2023-10-02' : null,
    ],
  );
  await makeReport(view, { item: code, state: 'ACCEPTED', submittedById, period: '2022-Q1' });
  if (state === 'PENDING') await makeReport(view, { item: code, state: 'SUBMITTED', submittedById, period });
  if (state === 'ACCEPTED') await makeReport(view, { item: code, state: 'ACCEPTED', submittedById, period });
  if (state === 'WAIVED') await except(view, 'report_waiver', 'waived_on', [code, period]);
  if (state === 'REOPENED') await except(view, 'cycle_reopening', 'until, reopened_on', [code, period]);
  const content = command === 'submitProgressReport' ? { percentComplete: 99, summary: 'made' } : {};
  const isLate = period < '2023-Q4' && command !== 'saveProgressReportDraft';
  return { workItemId, period, ...content, ...(isLate && { latenessReason: 'made' }) };
}

/** Writes an exception for an item and a cycle past the commands. */
async function except(view: DatabaseView, table: string, dates: string, place: readonly string[]): Promise<void> {
  const values = dates.split(', ').map(() => `date '2023-11-14'`);
  await view.rows(
    `insert into ${table} (work_item_id, cycle_id, reason, ${dates})
     select w.id, c.id, 'made', ${values.join(', ')} from work_item w join reporting_cycle c on c.programme_id = w.programme_id
     where w.code = $1 and c.period = $2`,
    place,
  );
}
