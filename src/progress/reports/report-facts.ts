import type { ReportedItem } from '../../work/public';
import type { ProgressReport } from './progress-report.entity';
import type { RequiredLevel } from '../review/review-level.rules';
import type { ReportingCycle } from '../cycles/reporting-cycle.entity';

/** A cycle as far as submissions are judged by it. */
export type StandingCycle = Pick<ReportingCycle, (typeof STANDING_CYCLE)[number]>;

/** The properties of it. */
export const STANDING_CYCLE = [
  'id',
  'period',
  'endsOn',
  'opensOn',
  'dueOn',
  'closesOn',
] as const satisfies readonly (keyof ReportingCycle)[];

/** A row as statements give it: moments as ISO texts. */
type WithMoments<Row> = {
  readonly [property in keyof Row]: Row[property] extends Date
    ? string
    : Row[property] extends Date | null
      ? string | null
      : Row[property];
};

/** A report that has come for the cycle already. */
export type StandingReport = WithMoments<Pick<ProgressReport, (typeof STANDING_REPORT)[number]>>;

/** The properties of it. */
export const STANDING_REPORT = [
  'id',
  'version',
  'state',
  'receiptCode',
  'unitId',
  'submittedById',
  'unitApprovedAt',
  'secretariatApprovedAt',
] as const satisfies readonly (keyof ProgressReport)[];

/** What a report says that another one may repeat. */
export type LastReport = Pick<ProgressReport, (typeof LAST_REPORT)[number]>;

/** The properties of it. */
export const LAST_REPORT = [
  'id',
  'period',
  'percentComplete',
  'claimedHealth',
  'healthReason',
] as const satisfies readonly (keyof ProgressReport)[];

/** What a submission is judged by, beside its item. */
export interface SubmissionStanding {
  /** Null when the programme has no such period. */
  readonly cycle: StandingCycle | null;
  /** Last day until which the cycle takes reports on the item though it is locked; null where no exception holds. */
  readonly reopenedUntil: string | null;
  /** Why no report on the item is expected for the cycle; null where one is. */
  readonly waivedFor: string | null;
  /** What has come for the item and the cycle, the newest first. */
  readonly reports: readonly StandingReport[];
  /** Percentage of the accepted report of this cycle or the last one before it; null when there is none. */
  readonly acceptedPercent: number | null;
  /** The report that stands as the last one up to this cycle: the last accepted, else the last that waits; null when there is none. */
  readonly last: LastReport | null;
  /** Health that the item would have with the submitted percentage. */
  readonly computedHealth: string;
  /** Who holds the item on the day of submission: a successor that is still to come takes over on its first day. */
  readonly unitId: string;
  /** Of the milestones that the submission names, those of the item. */
  readonly milestoneIds: readonly string[];
  /** The draft of the unit that leads the item, which the submission uses up; null where there is none. */
  readonly draftId: string | null;
}

/** A report that is to be approved, returned or withdrawn. */
export type JudgedReport = WithMoments<Pick<ProgressReport, (typeof JUDGED_REPORT)[number]>>;

/** The properties of it. */
export const JUDGED_REPORT = [
  'id',
  'version',
  'state',
  'cycleId',
  'period',
  'unitId',
  'receiptCode',
  'percentComplete',
  'claimedHealth',
  'milestoneIds',
  'submittedById',
  'submittedAt',
  'unitApprovedAt',
  'secretariatApprovedAt',
] as const satisfies readonly (keyof ProgressReport)[];

/** What accepting a report depends on, beside it and its item. */
export interface AcceptanceStanding {
  /** The accepted report of the same item and cycle, which gives way to this one. */
  readonly correctedId: string | null;
  /** Whether no accepted report of the item is for a later period: only then does it say how the item stands. */
  readonly isLatest: boolean;
  /** Its milestones that no report has reached yet. */
  readonly unreachedIds: readonly string[];
}

/** What commands on reports are judged by, all of one moment. */
export interface ReportFacts {
  readonly item: ReportedItem | null;
  /** The report that is to be judged; null where a command submits one, and where there is none. */
  readonly report: JudgedReport | null;
  /** For a submission. */
  readonly standing: SubmissionStanding | null;
  /** The levels that the report goes through, by the programme's levels of now; null where there is no item. */
  readonly levels: readonly RequiredLevel[] | null;
  /** For a report that is there. */
  readonly acceptance: AcceptanceStanding | null;
}
