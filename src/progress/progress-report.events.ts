import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { WorkItem } from '../work/public';
import type { ProgressReport } from './progress-report.entity';

/** What the log says of progress reports. */
export type ProgressReportEvent =
  | 'PROGRESS_REPORT_SUBMITTED'
  | 'PROGRESS_REPORT_UNIT_APPROVED'
  | 'PROGRESS_REPORT_ACCEPTED'
  | 'PROGRESS_REPORT_RETURNED'
  | 'PROGRESS_REPORT_WITHDRAWN';

/** An event on a report. Acceptance is everybody's; the steps before it belong to the unit and the secretariat (rule R14). */
export function progressReportEvent(
  type: ProgressReportEvent,
  report: ProgressReport,
  item: WorkItem,
  details: object = {},
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'ProgressReport', id: report.id },
    unitId: report.unitId,
    programmeId: item.programmeId,
    audience: type === 'PROGRESS_REPORT_ACCEPTED' ? EventAudience.EVERYONE : EventAudience.UNIT,
    data: {
      workItem: item.code,
      period: report.period,
      percentComplete: report.percentComplete,
      receiptCode: report.receiptCode,
      ...details,
    },
  };
}
