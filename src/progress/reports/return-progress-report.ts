import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { says } from '../../platform/lib/says';
import { assertMayReview, authoriseReview } from './assert-may-review';
import { ReviewOutcome } from '../review/progress-report-review.state';
import { takenStep } from '../review/review-steps';
import { asksForReport, getReport } from './get-report';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { ReturnProgressReportInput } from './progress-report.inputs';
import { stateAfter } from './progress-report.rules';
import type { ReportFacts } from './report-facts';
import { reportWrites } from './report-writes';

/** Sends a report back with a reason, by whoever would approve it; the unit submits anew. */
export const returnProgressReport = defineBatchedCommand({
  name: 'returnProgressReport',
  description: says(
    'Trả lại báo cáo ở bước đang chờ mình, kèm lý do; đơn vị nộp báo cáo khác. Báo cáo do chính mình nộp thì người khác trả lại.',
    'Sends a report back at the step that waits for the caller, and says why; the unit submits another. Nobody returns an own one.',
  ),
  input: ReturnProgressReportInput,
  returns: { progressReport: ProgressReport },
  writes: reportWrites,
  asks: asksForReport,
  rights: authoriseReview,
  decide({ actor, now }, { reason, expectedVersion }, facts: ReportFacts) {
    const { report, item } = getReport(actor, facts);
    const level = assertMayReview(actor, 'return', report, expectedVersion);
    const taken = {
      level,
      outcome: ReviewOutcome.RETURNED,
      note: reason,
      reviewedAt: now,
      reviewedById: actor.accountId,
    };
    return {
      change: {
        report_id: report.id,
        reviews: [takenStep(report.id, taken)],
        judged: { state: stateAfter('return', report.state), changed_at: now, review_note: reason },
      },
      touched: ['progress_report', 'progress_report_review'],
      event: progressReportEvent('PROGRESS_REPORT_RETURNED', report, item, { reason }),
      written: { progressReportId: report.id },
    };
  },
});
