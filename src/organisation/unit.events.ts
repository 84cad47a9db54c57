import type { EventDraft } from '../platform/event-log/event-draft';
import { EventAudience } from '../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';
import type { Unit } from './unit.entity';

/** What the log says of units; each holds the unit’s code. The city’s structure is public. */
export const unitEvents = declareEvents({
  UNIT_CREATED: {
    description: says('Một đơn vị đã được thành lập.', 'A unit was set up.'),
    audience: [EventAudience.EVERYONE],
    data: { name: 'String!', validFrom: 'Date' },
  },
  UNIT_MOVED: {
    description: says(
      'Đơn vị đã chuyển sang đơn vị cấp trên khác; trống khi không còn cấp trên.',
      'A unit was placed under another one; null where it stands under none now.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { parent: 'String' },
  },
  UNIT_CORRECTED: {
    description: says(
      'Đơn vị ghi sai đã được đính chính: các trường trước và sau, kèm lý do.',
      'What was written wrongly of a unit was put right: its fields before and after, and why.',
    ),
    // the words of a reason are no business of screens
    audience: [EventAudience.OFFICIALS],
    data: { before: 'JSON!', after: 'JSON!', reason: 'String!' },
  },
  UNIT_ENDED: {
    description: says(
      'Đơn vị kết thúc hoạt động; kèm các đơn vị kế thừa và phần của mỗi đơn vị.',
      'A unit ends; with the units that succeed it and the share of each.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { lastOn: 'Date!', successors: '[JSON!]!' },
  },
});

/** What the log says of persons. Screens see no names. */
export const personEvents = declareEvents({
  PERSON_CREATED: {
    description: says(
      'Một người có thể chịu trách nhiệm đã được thêm vào đơn vị.',
      'Somebody who may answer for work was added to a unit.',
    ),
    audience: [EventAudience.OFFICIALS],
    data: { unit: 'String!', displayName: 'String!' },
  },
  PERSON_CHANGED: {
    description: says(
      'Tên hoặc đơn vị của người phụ trách đã đổi: các trường trước và sau, kèm lý do nếu có.',
      'A person has another name or another unit: the fields before and after, and why where that was told.',
    ),
    audience: [EventAudience.OFFICIALS],
    data: { before: 'JSON!', after: 'JSON!', reason: 'String' },
  },
});

type Events = typeof unitEvents;

/** An event on a unit. Who holds what may have changed with it, though no command writes that itself. */
export function unitEvent<Type extends keyof Events>(
  type: Type,
  unit: Unit,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type: unitEvents[type].type,
    subject: { type: 'Unit', id: unit.id },
    unitId: unit.id,
    programmeId: null,
    audience: unitEvents[type].audience[0],
    data: { unit: unit.code, ...details },
    extraTags: ['unit_heir'],
  };
}
