import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { WorkItem } from '../../work/public';
import type { ProgressReport } from './progress-report.entity';

// the steps before acceptance belong to the unit and the secretariat (rule R14)
const unit = [EventAudience.UNIT];

/** What the log says of progress reports; each holds the item’s code, the period, the percentage and the receipt’s code. */
export const progressReportEvents = declareEvents({
  PROGRESS_REPORT_SUBMITTED: {
    description: says(
      'Đơn vị đã nộp báo cáo tiến độ; cho biết có chậm không, đang chờ cấp nào, cấp nào bị bỏ qua vì không ai giữ được.',
      'A unit submitted a progress report; tells whether it was late, which level it waits for, and which ones were passed over since nobody could hold them.',
    ),
    audience: unit,
    data: { isLate: 'Boolean!', awaitedLevel: 'String!', skippedLevels: '[String!]!' },
  },
  PROGRESS_REPORT_UNIT_APPROVED: {
    description: says('Người duyệt của đơn vị đã duyệt báo cáo.', 'The unit’s approver approved a report.'),
    audience: unit,
    data: {},
  },
  PROGRESS_REPORT_SECRETARIAT_APPROVED: {
    description: says(
      'Cơ quan thường trực đã đồng ý báo cáo và chuyển lên cấp tiếp theo.',
      'The secretariat agreed to a report, which waits for the level after.',
    ),
    audience: unit,
    data: { awaitedLevel: 'String!' },
  },
  PROGRESS_REPORT_ACCEPTED: {
    description: says(
      'Cấp cuối cùng đã chấp nhận báo cáo: số liệu thành chính thức; kèm các cấp bị bỏ qua ở bước này.',
      'The last level accepted a report: its figure is official; with the levels that were passed over at this step.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { percentBefore: 'Float!', skippedLevels: '[String!]!' },
  },
  PROGRESS_REPORT_RETURNED: {
    description: says('Báo cáo đã bị trả lại, kèm lý do.', 'A report was returned, with the reason.'),
    audience: unit,
    data: { reason: 'String!' },
  },
  PROGRESS_REPORT_WITHDRAWN: {
    description: says('Người nộp đã thu hồi báo cáo.', 'Its reporter took a report back.'),
    audience: unit,
    data: {},
  },
});

type Events = typeof progressReportEvents;

/** An event on a report. */
export function progressReportEvent<Type extends keyof Events>(
  type: Type,
  report: Pick<ProgressReport, 'id' | 'unitId' | 'period' | 'percentComplete' | 'receiptCode'>,
  item: Pick<WorkItem, 'code' | 'programmeId'>,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience } = progressReportEvents[type];
  return {
    type: name,
    subject: { type: 'ProgressReport', id: report.id },
    unitId: report.unitId,
    programmeId: item.programmeId,
    audience: audience[0],
    data: {
      workItem: item.code,
      period: report.period,
      percentComplete: report.percentComplete,
      receiptCode: report.receiptCode,
      ...details,
    },
  };
}
