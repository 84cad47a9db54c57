import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { CommitteeMembership } from './committee-membership.entity';

// of what is drafted, officials alone
const audience = [EventAudience.EVERYONE, EventAudience.OFFICIALS];

/** What the log says of what members are charged with; each holds the member’s office. */
export const chargeEvents = declareEvents({
  MEMBER_ASSIGNED: {
    description: says(
      'Thành viên Ban Chỉ đạo được phân công phụ trách các chỉ tiêu.',
      'A member of the committee was put in charge of targets.',
    ),
    audience: [EventAudience.EVERYONE],
    data: { targets: '[String!]!', startsOn: 'Date!' },
  },
  MEMBER_ASSIGNMENT_ENDED: {
    description: says('Thành viên thôi phụ trách các chỉ tiêu.', 'A member is no longer in charge of targets.'),
    audience: [EventAudience.EVERYONE],
    data: { targets: '[String!]!', effectiveOn: 'Date!' },
  },
  OVERSIGHT_ASSIGNED: {
    description: says('Thành viên được phân công chỉ đạo các đầu việc.', 'A member was put in charge of work items.'),
    audience,
    data: { workItems: '[String!]!', startsOn: 'Date!' },
  },
  OVERSIGHT_ENDED: {
    description: says('Thành viên thôi chỉ đạo các đầu việc.', 'A member is no longer in charge of work items.'),
    audience,
    data: { workItems: '[String!]!', effectiveOn: 'Date!' },
  },
});

type Events = typeof chargeEvents;

/** An event on a member: who answers for what is everybody's to know, as soon as what it is has been decided. */
export function chargeEvent<Type extends keyof Events>(
  type: Type,
  { id, office, committee }: CommitteeMembership,
  details: DataOf<Events[Type]>,
  { isDecided = true } = {},
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type: chargeEvents[type].type,
    subject: { type: 'CommitteeMembership', id },
    unitId: null,
    programmeId: committee.programmeId,
    audience: isDecided ? EventAudience.EVERYONE : EventAudience.OFFICIALS,
    data: { office, ...details },
  };
}
