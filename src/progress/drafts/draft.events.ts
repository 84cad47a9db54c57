import { EventAudience } from '../../platform/event-log/event-audience';
import type { EventDraft } from '../../platform/event-log/event-draft';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { ReportedItem } from '../../work/public';
import type { ProgressReportDraft } from './progress-report-draft.entity';

// what a unit has not handed in is nobody else's, not even that it is there
const audience = [EventAudience.OWN_UNIT];

/** What the log says of drafts; each holds the item's code and the period, never the words. That a submission used a draft up is told by the report's event. */
export const draftEvents = declareEvents({
  PROGRESS_REPORT_DRAFT_SAVED: {
    description: says(
      'Một cán bộ báo cáo của đơn vị đã lưu bản nháp báo cáo; kèm phiên bản.',
      'A reporter of the unit saved the draft of a report; with its version.',
    ),
    audience,
    data: { version: 'Int!' },
  },
  PROGRESS_REPORT_DRAFT_DISCARDED: {
    description: says(
      'Một cán bộ báo cáo của đơn vị đã bỏ bản nháp báo cáo.',
      'A reporter of the unit discarded the draft of a report.',
    ),
    audience,
    data: {},
  },
});

type Events = typeof draftEvents;

/** An event on a draft. */
export function draftEvent<Type extends keyof Events>(
  type: Type,
  { id, workItemId, unitId, period }: Pick<ProgressReportDraft, 'id' | 'workItemId' | 'unitId' | 'period'>,
  item: Pick<ReportedItem, 'code' | 'programmeId'>,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type: draftEvents[type].type,
    // what is discarded is there no more: that happened to the item
    subject:
      type === 'PROGRESS_REPORT_DRAFT_DISCARDED'
        ? { type: 'WorkItem', id: workItemId }
        : { type: 'ProgressReportDraft', id },
    unitId,
    programmeId: item.programmeId,
    audience: EventAudience.OWN_UNIT,
    data: { workItem: item.code, period, ...details },
  };
}
