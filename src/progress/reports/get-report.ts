import type { Actor } from '../../platform/access/actor';
import type { Deciding } from '../../platform/commands/batched/batched-command';
import { keyOf } from '../../platform/commands/rows';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import type { ReportedItem } from '../../work/public';
import { ProgressReport } from './progress-report.entity';
import { canSeeReport } from './progress-report.policy';
import type { JudgedReport, ReportFacts } from './report-facts';

/** What is loaded for a command on a report. */
export function asksForReport(
  { progressReportId }: { readonly progressReportId: string },
  { today }: Pick<Deciding, 'today'>,
): Readonly<Record<string, unknown>> {
  return { report_id: keyOf(ProgressReport, progressReportId), today };
}

/** The report that was loaded, with its item; what the actor may not see is not there. */
export function getReport(actor: Actor, { report, item }: ReportFacts): { report: JudgedReport; item: ReportedItem } {
  if (report !== null && item !== null && canSeeReport(actor, report)) return { report, item };
  throw refuse(
    'NOT_FOUND',
    ['input', 'progressReportId'],
    'Không có báo cáo này. Hãy kiểm tra lại mã định danh.',
    'There is no such report. Check the id.',
  );
}

/** Refuses when somebody has changed the report since the caller saw it; carries the report as it stands. */
export function assertVersion(
  report: Pick<ProgressReport, 'id' | 'version'>,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === report.version) return;
  throw new DomainError(
    [
      {
        code: 'CONFLICT',
        path: ['input', 'expectedVersion'],
        message: {
          vi: `Báo cáo đã thay đổi (phiên bản ${report.version}, bạn xem phiên bản ${expected}). Hãy xem lại.`,
          en: `The report has changed (version ${report.version}, you saw ${expected}). Look at it again.`,
        },
      },
    ],
    { progressReportId: report.id },
  );
}

/** What a rule decides on a report; its refusals come with the report as it stands. */
export function conflictingWith<Decided>({ id }: Pick<ProgressReport, 'id'>, decide: () => Decided): Decided {
  try {
    return decide();
  } catch (error) {
    throw error instanceof DomainError ? new DomainError(error.refusals, { progressReportId: id }) : error;
  }
}
