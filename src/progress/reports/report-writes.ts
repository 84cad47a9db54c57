import { holderOnSql } from '../../organisation/public';
import type { BatchedWrites } from '../../platform/commands/batched/batched-command';
import { snakeCase } from '../../platform/database/naming-strategy';
import { rowJson } from '../../platform/database/row-json';
import {
  healthAfterSql,
  milestonesToReachSql,
  REACH_MILESTONES,
  REPORTED_ITEM,
  type ReportedItem,
  WRITE_ITEM_PROGRESS,
} from '../../work/public';
import { isReceivedSql } from '../cycles/cycle-of-item.sql';
import { requiredLevelsSql } from '../review/review-rule.sql';
import { reopenedUntilSql } from '../cycles/exceptions/reopened-until.sql';
import { OBSTACLE_COLUMNS } from './obstacles-of-report';
import type { ProgressReport } from './progress-report.entity';
import {
  JUDGED_REPORT,
  LAST_REPORT,
  type LastReport,
  type JudgedReport,
  STANDING_CYCLE,
  STANDING_REPORT,
  type StandingCycle,
  type StandingReport,
} from './report-facts';

const live = (table: string): string => table;

const HEALTH = healthAfterSql(
  'i.id',
  { percent: 'asked.percent', completedOn: 'asked.today', milestoneIds: `'{}'::uuid[]` },
  { now: 'asked.today::timestamptz', today: 'asked.today', table: live },
);

const STANDING = `case when asked.period is not null and i.id is not null then (
    select json_build_object(
      'cycle', ${rowJson<StandingCycle>('c', STANDING_CYCLE)},
      'reopenedUntil', ${reopenedUntilSql({ itemId: 'i.id', leadUnitId: 'i.lead_unit_id', cycleId: 'c.id' }, { today: 'asked.today', table: live })},
      'waivedFor', (select w.reason from report_waiver w where w.work_item_id = i.id and w.cycle_id = c.id),
      'reports', (select coalesce(json_agg(${rowJson<StandingReport>('p', STANDING_REPORT)} order by p.submitted_at desc, p.id desc), '[]')
        from progress_report p where p.work_item_id = i.id and p.cycle_id = c.id),
      'acceptedPercent', (select p.percent_complete from progress_report p join reporting_cycle e on e.id = p.cycle_id
        where p.work_item_id = i.id and p.state = 'ACCEPTED' and p.superseded_at is null and e.ends_on <= c.ends_on
        order by e.ends_on desc limit 1),
      'last', (select ${rowJson<LastReport>('p', LAST_REPORT)} from progress_report p join reporting_cycle e on e.id = p.cycle_id
        where p.work_item_id = i.id and ${isReceivedSql('p')} and e.ends_on <= c.ends_on
        order by p.state = 'ACCEPTED' desc, e.ends_on desc limit 1),
      'computedHealth', ${HEALTH},
      'unitId', ${holderOnSql('i.lead_unit_id', 'asked.today', live)},
      'milestoneIds', array(select m.id from milestone m where m.work_item_id = i.id and m.id = any(asked.milestone_ids)),
      'draftId', (select d.id from progress_report_draft d where d.work_item_id = i.id and d.cycle_id = c.id and d.unit_id = i.lead_unit_id))
    from (select) one left join reporting_cycle c on c.programme_id = i.programme_id and c.period = asked.period) end`;

const ACCEPTANCE = `case when r.id is not null then json_build_object(
    'correctedId', (select p.id from progress_report p
      where p.work_item_id = r.work_item_id and p.cycle_id = r.cycle_id and p.state = 'ACCEPTED' and p.superseded_at is null),
    'isLatest', not exists (select from progress_report p join reporting_cycle e on e.id = p.cycle_id
      where p.work_item_id = r.work_item_id and p.state = 'ACCEPTED' and p.superseded_at is null
        and e.ends_on > (select own.ends_on from reporting_cycle own where own.id = r.cycle_id)),
    'unreachedIds', ${milestonesToReachSql('r.work_item_id', 'r.milestone_ids')}) end`;

const LEVELS = `case when i.id is not null then ${requiredLevelsSql({
  item: 'i',
  unitId: holderOnSql('i.lead_unit_id', 'asked.today', live),
  reporterId: 'coalesce(r.submitted_by_id, asked.account_id)',
  today: 'asked.today',
  isPastUnit: 'r.id is not null',
})} end`;

/** What a submission writes of its report. */
export type SubmittedReport = Pick<ProgressReport, (typeof SUBMITTED)[number]>;

const SUBMITTED = [
  'id',
  'receiptCode',
  'workItemId',
  'cycleId',
  'period',
  'unitId',
  'state',
  'percentComplete',
  'summary',
  'difficulties',
  'proposals',
  'claimedHealth',
  'healthReason',
  'decreaseReason',
  'latenessReason',
  'isLate',
  'milestoneIds',
  'submittedById',
  'submittedAt',
  'changedAt',
  'version',
  'isSample',
] as const satisfies readonly (keyof ProgressReport)[];

const columnsOf = (properties: readonly string[], alias = ''): string =>
  properties.map((property) => `${alias}${snakeCase(property)}`).join(', ');

/** The row of a submitted report, by its columns. */
export function submittedRow(report: SubmittedReport): object {
  return Object.fromEntries(SUBMITTED.map((property) => [snakeCase(property), report[property]]));
}

/**
 * How reports are submitted, approved, returned and withdrawn. All of it changes the item's row, for a command on one report is judged by others of the item: those
 * of its cycle that wait, the last one that was accepted.
 */
export const reportWrites: BatchedWrites = {
  name: 'reports',
  asked: {
    item_id: 'uuid',
    report_id: 'uuid',
    period: 'text',
    percent: 'numeric',
    milestone_ids: 'uuid[]',
    today: 'date',
  },
  from: `asked left join progress_report r on r.id = asked.report_id
    left join work_item i on i.id = coalesce(asked.item_id, r.work_item_id)`,
  turn: 'i',
  facts: {
    item: rowJson<ReportedItem>('i', REPORTED_ITEM),
    report: rowJson<JudgedReport>('r', JUDGED_REPORT),
    levels: LEVELS,
    standing: STANDING,
    acceptance: ACCEPTANCE,
  },
  changed: {
    item: 'jsonb',
    submitted: 'jsonb',
    reviews: 'jsonb',
    report_id: 'uuid',
    judged: 'jsonb',
    corrected_id: 'uuid',
    reached_ids: 'uuid[]',
    reached_on: 'date',
    used_draft_id: 'uuid',
    obstacles: 'jsonb',
  },
  take: WRITE_ITEM_PROGRESS,
  writes: {
    submitted: `insert into progress_report (${columnsOf(SUBMITTED)})
      select ${columnsOf(SUBMITTED, 'given.')}
      from taken join change using (n), jsonb_populate_record(null::progress_report, change.submitted) as given
      where change.submitted is not null`,
    // the old one gives way first: at most one accepted report of a period is current
    corrected: `update progress_report r set superseded_at = (change.judged ->> 'changed_at')::timestamptz, version = r.version + 1
      from taken join change using (n) where r.id = change.corrected_id returning n`,
    judged: `update progress_report r set state = given.state, changed_at = given.changed_at, version = r.version + 1,
        review_note = case when change.judged ? 'review_note' then given.review_note else r.review_note end,
        unit_approved_by_id = coalesce(given.unit_approved_by_id, r.unit_approved_by_id),
        unit_approved_at = coalesce(given.unit_approved_at, r.unit_approved_at),
        secretariat_approved_by_id = coalesce(given.secretariat_approved_by_id, r.secretariat_approved_by_id),
        secretariat_approved_at = coalesce(given.secretariat_approved_at, r.secretariat_approved_at),
        accepted_by_id = coalesce(given.accepted_by_id, r.accepted_by_id),
        accepted_at = coalesce(given.accepted_at, r.accepted_at)
      from taken join change using (n) left join corrected using (n),
        jsonb_populate_record(null::progress_report, change.judged) as given
      where r.id = change.report_id and (change.corrected_id is null or corrected.n is not null)`,
    reviewed: `insert into progress_report_review (progress_report_id, level, outcome, reviewed_by_id, reviewed_at, note)
      select given.progress_report_id, given.level, given.outcome, given.reviewed_by_id, given.reviewed_at, given.note
      from taken join change using (n), jsonb_populate_recordset(null::progress_report_review, change.reviews) as given`,
    reached: REACH_MILESTONES,
    raised: `insert into obstacle (${OBSTACLE_COLUMNS.join(', ')})
      select ${OBSTACLE_COLUMNS.map((column) => `given.${column}`).join(', ')}
      from taken join change using (n), jsonb_populate_recordset(null::obstacle, change.obstacles) as given`,
    used: `delete from progress_report_draft d using taken join change using (n) where d.id = change.used_draft_id`,
  },
};
