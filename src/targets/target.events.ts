import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Target } from './target.entity';

/** What the log says of targets. */
export type TargetEvent = 'TARGET_ADDED' | 'TARGET_CORRECTED' | 'TRAJECTORY_SET' | 'TARGET_ASSESSED';

/** Events that say why: words which the target itself does not hold. */
const WORDS: ReadonlySet<TargetEvent> = new Set(['TARGET_CORRECTED', 'TRAJECTORY_SET']);

/** An event on a target: what is promised, and how it stands, is everybody's to know; why it was put right, officials' alone. */
export function targetEvent(
  type: TargetEvent,
  { id, programmeId, number }: Target,
  details: object,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'Target', id },
    unitId: null,
    programmeId,
    audience: WORDS.has(type) ? EventAudience.OFFICIALS : EventAudience.EVERYONE,
    data: { number, ...details },
  };
}
