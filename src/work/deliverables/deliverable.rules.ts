import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** Where a deliverable stands. */
export type DeliverableState = 'AWAITED' | 'ACCEPTED';

/** What can be done with a deliverable that is there. */
export type DeliverableAction = 'accept';

/** Where each action leads, by the state in which it is taken; what is not here is not possible. */
export const TRANSITIONS: Readonly<Record<DeliverableAction, Partial<Record<DeliverableState, DeliverableState>>>> = {
  accept: { AWAITED: 'ACCEPTED' },
};

/** A deliverable, as far as rules look at it. */
export interface HandedOver {
  /** Null until it is accepted. */
  readonly acceptedOn: CalendarDate | null;
}

/** Where a deliverable stands. */
export function deliverableStateOf({ acceptedOn }: HandedOver): DeliverableState {
  return acceptedOn === null ? 'AWAITED' : 'ACCEPTED';
}

/** Refuses an action that the state of a deliverable does not allow. */
export function assertPossible(action: DeliverableAction, deliverable: HandedOver): void {
  if (TRANSITIONS[action][deliverableStateOf(deliverable)] !== undefined) return;
  const acceptedOn = deliverable.acceptedOn!;
  throw refuse(
    'CONFLICT',
    ['input', 'deliverableId'],
    `Sản phẩm đã được nghiệm thu ngày ${vietnameseDate(acceptedOn)}, không nghiệm thu lần nữa. Hãy thêm sản phẩm khác nếu còn phải bàn giao (addDeliverable).`,
    `The deliverable was accepted on ${acceptedOn} already, which happens once. Add another one if more is to be handed over (addDeliverable).`,
  );
}

/** Refuses a date of acceptance before the item began, or in the future. */
export function assertAcceptedOn(acceptedOn: CalendarDate, startsOn: CalendarDate, today: CalendarDate): void {
  if (acceptedOn >= startsOn && acceptedOn <= today) return;
  throw refuse(
    'INVALID',
    ['input', 'acceptedOn'],
    `Ngày nghiệm thu phải từ ${vietnameseDate(startsOn)} đến hôm nay (${vietnameseDate(today)}).`,
    `The date of acceptance lies from ${startsOn} to today (${today}).`,
  );
}
