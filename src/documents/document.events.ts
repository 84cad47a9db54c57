import type { EventDraft } from '../platform/event-log/append-event';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Document } from './document.entity';

/** What the log says of documents and of the opinions on them. */
export type DocumentEvent =
  | 'DOCUMENT_DRAFTED'
  | 'DOCUMENT_REVISED'
  | 'DOCUMENT_SENT_FOR_OPINIONS'
  | 'OPINION_RECORDED'
  | 'OPINION_ANSWERED'
  | 'DOCUMENT_FINALISED'
  | 'DOCUMENT_SUBMITTED'
  | 'DOCUMENT_APPROVED'
  | 'DOCUMENT_RETURNED'
  | 'DOCUMENT_ISSUED'
  | 'DOCUMENT_WITHDRAWN';

/** Who was asked for an opinion, and who gave it, is for those who read opinions. */
const OF_OPINIONS: ReadonlySet<DocumentEvent> = new Set([
  'DOCUMENT_SENT_FOR_OPINIONS',
  'OPINION_RECORDED',
  'OPINION_ANSWERED',
]);

/** An event on a document, for everybody (those on opinions for officials alone): rooms follow its way, so that `details` never hold what was said of a draft. `unitId` is the unit that it is about: the one that drafts, or the one that was asked. */
export function documentEvent(
  type: DocumentEvent,
  document: Document,
  details: object = {},
  unitId: string | null = document.draftingUnitId,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  return {
    type,
    subject: { type: 'Document', id: document.id },
    unitId,
    programmeId: document.programmeId,
    audience: OF_OPINIONS.has(type) ? EventAudience.OFFICIALS : EventAudience.EVERYONE,
    data: { document: document.code, kind: document.kind, state: document.state, ...details },
  };
}
