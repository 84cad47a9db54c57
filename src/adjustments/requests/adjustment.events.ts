import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { AdjustmentRequest } from './adjustment-request.entity';

// until its approver has agreed, a request is the unit's own
const unit = [EventAudience.UNIT];
const committee = [EventAudience.UNIT_AND_COMMITTEE];
const byState = [EventAudience.UNIT, EventAudience.UNIT_AND_COMMITTEE];
// what was applied stands in the lists that everybody reads
const everyone = [EventAudience.EVERYONE];

/** What the log says of requests for adjustments; each holds the codes of what it changes and the state after it. */
export const adjustmentEvents = declareEvents({
  ADJUSTMENT_REGISTERED: {
    description: says('Một đơn vị đã đăng ký điều chỉnh.', 'A unit registered what it asks to be changed.'),
    audience: unit,
    data: {},
  },
  ADJUSTMENT_UNIT_APPROVED: {
    description: says('Đơn vị đã duyệt đề xuất điều chỉnh.', 'The unit’s approver agreed to a request.'),
    audience: committee,
    data: {},
  },
  ADJUSTMENT_APPRAISED: {
    description: says('Đề xuất điều chỉnh đã được thẩm định.', 'The secretariat gave its opinion on a request.'),
    audience: committee,
    data: { isFor: 'Boolean!' },
  },
  ADJUSTMENT_APPROVED: {
    description: says(
      'Đề xuất điều chỉnh đã được phê duyệt và có hiệu lực.',
      'A request was approved, and what it changes was changed.',
    ),
    audience: everyone,
    data: { level: 'String!', appliedOn: 'Date!' },
  },
  ADJUSTMENT_REFUSED: {
    description: says('Đề xuất điều chỉnh không được phê duyệt.', 'A request was refused by the level that decides.'),
    audience: committee,
    data: { level: 'String!' },
  },
  ADJUSTMENT_RETURNED: {
    description: says('Đề xuất điều chỉnh đã bị trả lại đơn vị.', 'A request was sent back to its unit.'),
    audience: byState,
    data: {},
  },
  ADJUSTMENT_WITHDRAWN: {
    description: says('Đơn vị đã rút đề xuất điều chỉnh.', 'A unit took its request back.'),
    audience: byState,
    data: {},
  },
});

type Events = typeof adjustmentEvents;

/** An event on a request and the unit that registered it. */
export function adjustmentEvent<Type extends keyof Events>(
  type: Type,
  request: AdjustmentRequest,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience } = adjustmentEvents[type];
  const subjects = [...new Set(request.changeLines.map(({ subject }) => subject))];
  return {
    type: name,
    subject: { type: 'AdjustmentRequest', id: request.id },
    unitId: request.unitId,
    programmeId: request.programmeId,
    audience: request.unitApprovedAt === null ? audience[0]! : audience.at(-1)!,
    data: { subjects, state: request.state, ...details },
  };
}
