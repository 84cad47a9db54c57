import { defineCommand } from '../platform/commands/declared-command';
import { says } from '../platform/lib/says';
import { assertMayReview, authoriseReview } from './assert-may-review';
import { lockReport } from './load-report';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { ReturnProgressReportInput } from './progress-report.inputs';

/** Sends a report back with a reason, by whoever would approve it; the unit submits anew. */
export const returnProgressReport = defineCommand({
  name: 'returnProgressReport',
  description: says(
    'Trả lại báo cáo ở bước đang chờ mình, kèm lý do; đơn vị nộp báo cáo khác. Báo cáo do chính mình nộp thì người khác trả lại.',
    'Sends a report back at the step that waits for the caller, and says why; the unit submits another. Nobody returns an own one.',
  ),
  input: ReturnProgressReportInput,
  returns: { progressReport: ProgressReport },
  rights: authoriseReview,
  async run({ tx, actor, now, append }, input, seen) {
    const { report, item } = await lockReport(tx.manager, seen);
    report.state = assertMayReview(actor, 'return', report, input.expectedVersion);
    report.reviewNote = input.reason;
    report.changedAt = now;
    await tx.manager.save(report);
    append(progressReportEvent('PROGRESS_REPORT_RETURNED', report, item, { reason: input.reason }));
    return { progressReportId: report.id };
  },
});
