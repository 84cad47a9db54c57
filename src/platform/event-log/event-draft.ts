import type { EventAudience } from './event-audience';
import type { EventType } from './event-types';

/** An event as a command states it. */
export interface EventDraft {
  readonly type: EventType;
  readonly occurredAt: Date;
  readonly actor: { readonly accountId: string; readonly displayName: string } | null;
  /** The thing it happened to: GraphQL type name and row id. */
  readonly subject: { readonly type: string; readonly id: string } | null;
  readonly unitId: string | null;
  readonly programmeId: string | null;
  readonly audience: EventAudience;
  /** Facts that a reader of the log needs without looking elsewhere; JSON, texts already clean. */
  readonly data: object;
  /** What may have changed beside the tables that the transaction wrote. */
  readonly extraTags?: readonly string[];
}
