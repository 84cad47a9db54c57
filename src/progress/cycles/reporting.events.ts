import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';

// what units owe, and by when, is everybody's to know
const audience = [EventAudience.EVERYONE];
// why somebody need not report, or may report late, are words of officials (rule R14)
const officials = [EventAudience.OFFICIALS];

/** What the log says of when units report, and of exceptions. */
export const reportingEvents = declareEvents({
  REPORTING_RULE_SET: {
    description: says(
      'Một chế độ báo cáo định kỳ đã được đặt; các kỳ của chế độ được lập theo.',
      'A rule of periodic reports was set; its rounds follow.',
    ),
    audience,
    data: { kind: 'String!', validFrom: 'Date!', validTo: 'Date' },
  },
  REPORTING_RULE_ENDED: {
    description: says(
      'Một chế độ báo cáo định kỳ được đặt ngày kết thúc; kèm các kỳ chưa mở đã bỏ.',
      'A rule of periodic reports got its end; with the rounds, not open yet, that were taken back.',
    ),
    audience,
    data: { kind: 'String!', validTo: 'Date!', removed: '[String!]!' },
  },
  REPORTING_CYCLE_ADDED: {
    description: says(
      'Một kỳ báo cáo đã được lập, theo chế độ báo cáo hoặc đột xuất, kèm ngày mở, hạn nộp và ngày khóa.',
      'A reporting round was made, by its rule or by itself; with the days on which it opens, is due and closes.',
    ),
    audience,
    data: { period: 'String!', isExtraordinary: 'Boolean!', opensOn: 'Date!', dueOn: 'Date!', closesOn: 'Date!' },
  },
  REPORTING_CYCLE_REDATED: {
    description: says(
      'Một kỳ báo cáo chưa mở được tính lại ngày vì lịch ngày làm việc đã thay đổi; kèm hạn nộp và ngày khóa trước đó.',
      'A round that has not opened got other dates, since the calendar of working days has changed; with those on which it was due and closed before.',
    ),
    audience,
    data: {
      period: 'String!',
      opensOn: 'Date!',
      dueOn: 'Date!',
      closesOn: 'Date!',
      formerDueOn: 'Date!',
      formerClosesOn: 'Date!',
    },
  },
  REPORTING_CYCLE_REOPENED: {
    description: says(
      'Một kỳ đã khóa được mở lại cho một đơn vị hoặc một đầu việc, đến một ngày, kèm lý do.',
      'A locked round takes reports of one unit, or on one item, until a day; with the reason.',
    ),
    audience: officials,
    data: { period: 'String!', unit: 'String', workItem: 'String', until: 'Date!', reason: 'String!' },
  },
  REPORT_WAIVED: {
    description: says(
      'Một đầu việc được miễn báo cáo trong một kỳ, kèm lý do.',
      'No report on an item is expected for a round; with the reason.',
    ),
    audience: officials,
    data: { workItem: 'String!', period: 'String!', reason: 'String!' },
  },
});

type Events = typeof reportingEvents;

/** An event on rules, cycles and exceptions. */
export function reportingEvent<Type extends keyof Events>(
  type: Type,
  about: {
    readonly subject: NonNullable<EventDraft['subject']>;
    readonly programmeId: string;
    readonly unitId?: string | null;
  },
  data: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience: readers } = reportingEvents[type];
  return {
    type: name,
    subject: about.subject,
    unitId: about.unitId ?? null,
    programmeId: about.programmeId,
    audience: readers[0]!,
    data,
  };
}
