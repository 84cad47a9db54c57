import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { dateOf } from '../../platform/lib/clock';
import { progressAccepted, type ReportedItem } from '../../work/public';
import { ReviewOutcome } from '../review/progress-report-review.state';
import { levelAfter } from '../review/review-level.rules';
import { ReviewLevel } from '../review/review-level.state';
import { skippedSteps, takenStep } from '../review/review-steps';
import { assertMayReview } from './assert-may-review';
import { getReport } from './get-report';
import { progressReportEvent } from './progress-report.events';
import { stateAfter } from './progress-report.rules';
import type { AcceptanceStanding, JudgedReport, ReportFacts } from './report-facts';

/** What a reviewer says with the approval. */
interface Approval {
  readonly note?: string | null;
  readonly expectedVersion?: number | null;
}

/** What becomes of a report of which a level approves: it goes on to the next level that somebody holds, or becomes official after the last one. */
export function decideApproval(
  { actor, now }: Deciding,
  { note = null, expectedVersion }: Approval,
  facts: ReportFacts,
) {
  const { report, item } = getReport(actor, facts);
  const level = assertMayReview(actor, 'approve', report, expectedVersion);
  const { awaited, skipped } = levelAfter(facts.levels!, level);
  const taken = { level, outcome: ReviewOutcome.APPROVED, note, reviewedAt: now, reviewedById: actor.accountId };
  const change = {
    report_id: report.id,
    reviews: [takenStep(report.id, taken), ...skippedSteps(report.id, skipped, now)],
  };
  const judged = { state: stateAfter('approve', report.state, awaited), changed_at: now, review_note: note };
  const written = { progressReportId: report.id };
  if (awaited !== null) {
    return {
      change: { ...change, judged: { ...judged, ...approvedAt(level, actor, now) } },
      touched: ['progress_report', 'progress_report_review'],
      event: passedOn(level, awaited, report, item),
      written,
    };
  }
  const accepted = accept(report, item, facts.acceptance!);
  return {
    change: {
      ...change,
      ...accepted.change,
      judged: { ...judged, accepted_by_id: actor.accountId, accepted_at: now },
    },
    touched: ['progress_report', 'progress_report_review', ...accepted.touched],
    event: progressReportEvent('PROGRESS_REPORT_ACCEPTED', report, item, {
      percentBefore: item.percentComplete,
      skippedLevels: [...skipped],
    }),
    written,
  };
}

/** Who agreed for a level after which another one comes, and when. */
function approvedAt(level: ReviewLevel, { accountId }: Actor, now: Date): object {
  return level === ReviewLevel.UNIT
    ? { unit_approved_by_id: accountId, unit_approved_at: now }
    : { secretariat_approved_by_id: accountId, secretariat_approved_at: now };
}

function passedOn(level: ReviewLevel, awaitedLevel: ReviewLevel, report: JudgedReport, item: ReportedItem) {
  return level === ReviewLevel.UNIT
    ? progressReportEvent('PROGRESS_REPORT_UNIT_APPROVED', report, item, {})
    : progressReportEvent('PROGRESS_REPORT_SECRETARIAT_APPROVED', report, item, { awaitedLevel });
}

/** What becomes official: the report in the place of the one that it corrects, the milestones that it reaches, and where the item stands if none is for a later period. */
function accept(
  { percentComplete, claimedHealth, submittedAt }: JudgedReport,
  item: ReportedItem,
  { correctedId, isLatest, unreachedIds }: AcceptanceStanding,
) {
  const receivedOn = dateOf(new Date(submittedAt));
  const progress = isLatest ? progressAccepted(item, { percentComplete, claimedHealth, receivedOn }) : {};
  return {
    change: { corrected_id: correctedId, reached_ids: unreachedIds, reached_on: receivedOn, item: progress },
    touched: [...(unreachedIds.length > 0 ? ['milestone'] : []), ...('accepted' in progress ? ['work_item'] : [])],
  };
}
