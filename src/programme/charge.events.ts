import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { CommitteeMembership } from './committee-membership.entity';

/** What the log says of what members are charged with. */
export type ChargeEvent = 'MEMBER_ASSIGNED' | 'MEMBER_ASSIGNMENT_ENDED' | 'OVERSIGHT_ASSIGNED' | 'OVERSIGHT_ENDED';

/** An event on a member: who answers for what is everybody's to know, as soon as what it is has been decided. */
export function chargeEvent(
  type: ChargeEvent,
  { id, office, committee }: CommitteeMembership,
  details: object,
  { isDecided = true } = {},
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'CommitteeMembership', id },
    unitId: null,
    programmeId: committee.programmeId,
    audience: isDecided ? EventAudience.EVERYONE : EventAudience.OFFICIALS,
    data: { office, ...details },
  };
}
