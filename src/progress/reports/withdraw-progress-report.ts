import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { asksForReport, assertVersion, conflictingWith, getReport } from './get-report';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { WithdrawProgressReportInput } from './progress-report.inputs';
import { isReporterOf } from './progress-report.policy';
import { stateAfterWithdrawal } from './progress-report.rules';
import type { ReportFacts } from './report-facts';
import { reportWrites } from './report-writes';

/** Takes a report of one's own back, until somebody has judged it. */
export const withdrawProgressReport = defineBatchedCommand({
  name: 'withdrawProgressReport',
  description: says(
    'Thu hồi báo cáo của mình khi chưa ai duyệt; cũng được khi cấp đơn vị bị bỏ qua và cơ quan thường trực chưa duyệt.',
    'Takes back a report of one’s own until somebody has judged it; also where the unit’s level was passed over and the secretariat has not judged it yet.',
  ),
  input: WithdrawProgressReportInput,
  returns: { progressReport: ProgressReport },
  writes: reportWrites,
  asks: asksForReport,
  rights({ actor }, _input, facts: ReportFacts) {
    if (isReporterOf(actor, getReport(actor, facts).report)) return;
    throw refuse(
      'FORBIDDEN',
      ['input', 'progressReportId'],
      'Chỉ người nộp, khi còn là cán bộ báo cáo của đơn vị, được thu hồi báo cáo. Hãy đề nghị người nộp thu hồi, hoặc người đang duyệt trả lại.',
      'Only its reporter, while still the unit’s reporter, withdraws a report. Ask its reporter to do so, or its reviewer to return it.',
    );
  },
  decide({ actor, now }, { expectedVersion }, facts) {
    const { report, item } = getReport(actor, facts);
    assertVersion(report, expectedVersion);
    const state = conflictingWith(report, () => stateAfterWithdrawal(report));
    return {
      change: { report_id: report.id, judged: { state, changed_at: now } },
      touched: ['progress_report'],
      event: progressReportEvent('PROGRESS_REPORT_WITHDRAWN', report, item, {}),
      written: { progressReportId: report.id },
    };
  },
});
