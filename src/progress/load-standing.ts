import { holderOnSql } from '../organisation/public';
import type { Transaction } from '../platform/database/transaction';
import type { CalendarDate } from '../platform/lib/calendar-date';
import { healthAfterSql, type WorkItem } from '../work/public';
import type { ProgressReport } from './progress-report.entity';
import type { ReportingCycle } from './reporting-cycle.entity';

/** A cycle as far as submissions are judged by it. */
export type StandingCycle = Pick<ReportingCycle, 'id' | 'period' | 'endsOn' | 'opensOn' | 'dueOn' | 'closesOn'>;

/** A report that has come for the cycle already. */
export type StandingReport = Pick<
  ProgressReport,
  'id' | 'version' | 'state' | 'receiptCode' | 'unitId' | 'submittedById'
>;

/** What a submission is judged by. */
export interface SubmissionStanding {
  /** Null when the programme has no such period. */
  readonly cycle: StandingCycle | null;
  /** What has come for the item and the cycle, the newest first. */
  readonly reports: readonly StandingReport[];
  /** Percentage of the accepted report of this cycle or the last one before it; null when there is none. */
  readonly acceptedPercent: number | null;
  /** Health that the item would have with the submitted percentage. */
  readonly computedHealth: string;
  /** Who holds the item on the day of submission: a successor that is still to come takes over on its first day. */
  readonly unitId: string;
}

const live = (table: string): string => table;

const HEALTH = healthAfterSql(
  'i.id',
  { percent: '$3::numeric', completedOn: '$4::date', milestoneIds: `'{}'::uuid[]` },
  { now: '$4::date::timestamptz', today: '$4::date', table: live },
);

/** One statement: the way to the database and back takes longer than any of the answers. */
const STANDING = `select
    case when c.id is not null then json_build_object('id', c.id, 'period', c.period, 'endsOn', c.ends_on, 'opensOn', c.opens_on, 'dueOn', c.due_on, 'closesOn', c.closes_on) end as cycle,
    (select coalesce(json_agg(json_build_object('id', r.id, 'version', r.version, 'state', r.state, 'receiptCode', r.receipt_code, 'unitId', r.unit_id, 'submittedById', r.submitted_by_id)
        order by r.submitted_at desc, r.id desc), '[]')
      from progress_report r where r.work_item_id = i.id and r.cycle_id = c.id) as reports,
    (select r.percent_complete from progress_report r join reporting_cycle e on e.id = r.cycle_id
      where r.work_item_id = i.id and r.state = 'ACCEPTED' and r.superseded_at is null and e.ends_on <= c.ends_on
      order by e.ends_on desc limit 1) as "acceptedPercent",
    ${HEALTH} as "computedHealth",
    ${holderOnSql('i.lead_unit_id', '$4::date', live)} as "unitId"
  from work_item i left join reporting_cycle c on c.programme_id = i.programme_id and c.period = $2
  where i.id = $1`;

/** Loads what a submission for a period is judged by. The item is locked: nobody else reports on it, and nobody judges one of its reports, meanwhile. */
export async function loadStanding(
  tx: Transaction,
  item: WorkItem,
  { period, percentComplete }: { readonly period: string; readonly percentComplete: number },
  today: CalendarDate,
): Promise<SubmissionStanding> {
  const [standing] = await tx.query<SubmissionStanding>(STANDING, [item.id, period, percentComplete, today]);
  return standing!;
}
