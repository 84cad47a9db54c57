import submissions from '../../programme/data/sample-submissions.json';
import type { Health } from '../../programme/public';
import { ProgressReportState } from '../../progress/reports/progress-report.state';
import { codeOf, type SampleItem } from './sample-items';
import { receiptCode, type SampleReport } from './sample-reports';

/** A submission that is written down whole, since it took another way than to be accepted and stay. */
interface Submission {
  readonly item: number;
  readonly period: string;
  readonly state: string;
  readonly percent: number;
  readonly submittedAt: string;
  readonly reviewedAt?: string;
  readonly claimedHealth: string;
  readonly summary: string;
  readonly reviewNote?: string;
  /** Where it came after its due date. */
  readonly latenessReason?: string;
}

/**
 * The submissions of an item that are on their way, were returned or withdrawn, were accepted for an extraordinary cycle, or were accepted and later corrected: a correction
 * is the accepted report of the same quarter, and its acceptance ends the first one.
 */
export function otherReports(item: SampleItem, accepted: readonly SampleReport[]): SampleReport[] {
  return (submissions as readonly Submission[])
    .filter((submission) => submission.item === item.number)
    .map((submission) => reportOf(submission, codeOf(item), accepted));
}

function reportOf(submission: Submission, code: string, accepted: readonly SampleReport[]): SampleReport {
  const state = submission.state as ProgressReportState;
  const submittedAt = new Date(submission.submittedAt);
  const reviewedAt = submission.reviewedAt === undefined ? null : new Date(submission.reviewedAt);
  const isAccepted = state === ProgressReportState.ACCEPTED;
  const correction = accepted.find(({ period }) => period === submission.period);
  return {
    receiptCode: receiptCode(code, submission.period, submittedAt),
    period: submission.period,
    state,
    percentComplete: submission.percent,
    summary: submission.summary,
    difficulties: null,
    proposals: null,
    claimedHealth: submission.claimedHealth as Health,
    healthReason: null,
    decreaseReason: null,
    latenessReason: submission.latenessReason ?? null,
    isLate: submission.latenessReason !== undefined,
    milestones: [],
    submittedAt,
    unitApprovedAt: isAccepted || state === ProgressReportState.UNIT_APPROVED ? reviewedAt : null,
    acceptedAt: isAccepted ? reviewedAt : null,
    reviewNote: submission.reviewNote ?? null,
    supersededAt: isAccepted ? (correction?.acceptedAt ?? null) : null,
    changedAt: reviewedAt ?? submittedAt,
  };
}
