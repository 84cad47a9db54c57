import type { Command } from '../platform/graphql/run-command';
import { refuse } from '../platform/lib/domain-error';
import { assertVersion, conflictingWith, lockReport } from './load-report';
import { progressReportEvent } from './progress-report.events';
import type { WithdrawProgressReportInput } from './progress-report.inputs';
import { isReporterOf } from './progress-report.policy';
import { stateAfter } from './progress-report.rules';

/** Takes an own report back, until the unit has approved it. */
export async function withdrawProgressReport(
  { tx, actor, now, append }: Command,
  input: WithdrawProgressReportInput,
): Promise<{ progressReportId: string }> {
  const { report, item } = await lockReport(tx.manager, actor, input.progressReportId);
  if (!isReporterOf(actor, report)) {
    throw refuse(
      'FORBIDDEN',
      ['input', 'progressReportId'],
      'Chỉ người nộp, khi còn là cán bộ báo cáo của đơn vị, được thu hồi báo cáo. Hãy đề nghị người nộp thu hồi, hoặc người đang duyệt trả lại.',
      'Only its reporter, while still the unit’s reporter, withdraws a report. Ask its reporter to do so, or its reviewer to return it.',
    );
  }
  assertVersion(report, input.expectedVersion);
  report.state = conflictingWith(report, () => stateAfter('withdraw', report.state));
  report.changedAt = now;
  await tx.manager.save(report);
  append(progressReportEvent('PROGRESS_REPORT_WITHDRAWN', report, item));
  return { progressReportId: report.id };
}
