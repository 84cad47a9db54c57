import type { EventDraft } from '../platform/event-log/event-draft';
import { EventAudience } from '../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';
import type { Target } from './target.entity';

// what is promised, and how it stands, is everybody's to know; why it was put right, officials' alone
const everyone = [EventAudience.EVERYONE];
const officials = [EventAudience.OFFICIALS];

/** What the log says of targets; each holds the target’s number. */
export const targetEvents = declareEvents({
  TARGET_ADDED: {
    description: says('Một chỉ tiêu đã được thêm vào chương trình.', 'A target was added to a programme.'),
    audience: everyone,
    data: {
      indicator: 'String!',
      comparator: 'String!',
      value: 'Float',
      valueHigh: 'Float',
      dueOn: 'Date!',
      wording: 'String',
    },
  },
  TARGET_CORRECTED: {
    description: says(
      'Một chỉ tiêu đã được đính chính, kèm nội dung trước, sau và lý do.',
      'A target was put right; with what it was, what it is, and why.',
    ),
    audience: officials,
    data: { before: 'JSON!', after: 'JSON!', reason: 'String!' },
  },
  TRAJECTORY_SET: {
    description: says(
      'Lộ trình của chỉ tiêu đã được đặt: giá trị theo kỳ trước và sau, kèm căn cứ.',
      'The way to a target was set: values by period, before and after, with what they rest on.',
    ),
    audience: officials,
    data: { before: 'JSON!', after: 'JSON!', basis: 'String!' },
  },
  TARGET_ASSESSED: {
    description: says(
      'Chỉ tiêu không đo bằng số đã được đánh giá.',
      'A target that is not measured by numbers was assessed.',
    ),
    audience: everyone,
    data: { before: 'String', health: 'String!', basis: 'String!' },
  },
});

/** What the log says of indicators. */
export const indicatorEvents = declareEvents({
  INDICATOR_ADDED: {
    description: says('Một chỉ số đã được định nghĩa.', 'An indicator was defined.'),
    audience: everyone,
    data: { code: 'String!', name: 'String!', unitOfMeasure: 'String!' },
  },
});

type Events = typeof targetEvents;

/** An event on a target. */
export function targetEvent<Type extends keyof Events>(
  type: Type,
  { id, programmeId, number }: Target,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience } = targetEvents[type];
  return {
    type: name,
    subject: { type: 'Target', id },
    unitId: null,
    programmeId,
    audience: audience[0]!,
    data: { number, ...details },
  };
}
