import { defineCommand } from '../platform/commands/declared-command';
import { refuse } from '../platform/lib/domain-error';
import { says } from '../platform/lib/says';
import { assertVersion, conflictingWith, getSeenReport, lockReport } from './load-report';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { WithdrawProgressReportInput } from './progress-report.inputs';
import { isReporterOf } from './progress-report.policy';
import { stateAfter } from './progress-report.rules';

/** Takes an own report back, until the unit has approved it. */
export const withdrawProgressReport = defineCommand({
  name: 'withdrawProgressReport',
  description: says(
    'Thu hồi báo cáo của mình khi đơn vị chưa duyệt.',
    'Takes an own report back until the unit has approved it.',
  ),
  input: WithdrawProgressReportInput,
  returns: { progressReport: ProgressReport },
  async rights({ tx, actor }, { progressReportId }) {
    const seen = await getSeenReport(tx.manager, actor, progressReportId);
    if (isReporterOf(actor, seen)) return seen;
    throw refuse(
      'FORBIDDEN',
      ['input', 'progressReportId'],
      'Chỉ người nộp, khi còn là cán bộ báo cáo của đơn vị, được thu hồi báo cáo. Hãy đề nghị người nộp thu hồi, hoặc người đang duyệt trả lại.',
      'Only its reporter, while still the unit’s reporter, withdraws a report. Ask its reporter to do so, or its reviewer to return it.',
    );
  },
  async run({ tx, now, append }, input, seen) {
    const { report, item } = await lockReport(tx.manager, seen);
    assertVersion(report, input.expectedVersion);
    report.state = conflictingWith(report, () => stateAfter('withdraw', report.state));
    report.changedAt = now;
    await tx.manager.save(report);
    append(progressReportEvent('PROGRESS_REPORT_WITHDRAWN', report, item, {}));
    return { progressReportId: report.id };
  },
});
