import type { Command } from '../platform/graphql/run-command';
import { assertMayReview } from './assert-may-review';
import { lockReport } from './load-report';
import { progressReportEvent } from './progress-report.events';
import type { ReturnProgressReportInput } from './progress-report.inputs';

/** Sends a report back with a reason, by whoever would approve it; the unit submits anew. */
export async function returnProgressReport(
  { tx, actor, now, append }: Command,
  input: ReturnProgressReportInput,
): Promise<{ progressReportId: string }> {
  const { report, item } = await lockReport(tx.manager, actor, input.progressReportId);
  report.state = assertMayReview(actor, 'return', report, input.expectedVersion);
  report.reviewNote = input.reason;
  report.changedAt = now;
  await tx.manager.save(report);
  append(progressReportEvent('PROGRESS_REPORT_RETURNED', report, item, { reason: input.reason }));
  return { progressReportId: report.id };
}
