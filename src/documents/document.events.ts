import type { EventDraft } from '../platform/event-log/event-draft';
import { EventAudience } from '../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../platform/event-log/event-types';
import { says } from '../platform/lib/says';
import type { Document } from './document.entity';

// rooms follow the way of a document: what is for everybody never holds what was said of a draft
const everyone = [EventAudience.EVERYONE];
// who was asked for an opinion, and who gave it, is for those who read opinions
const officials = [EventAudience.OFFICIALS];

/** What the log says of documents and of the opinions on them; each holds the document’s code, kind and state after it. */
export const documentEvents = declareEvents({
  DOCUMENT_DRAFTED: {
    description: says('Một văn bản đã được lập dự thảo.', 'A document was drafted.'),
    audience: everyone,
    data: { title: 'String!' },
  },
  DOCUMENT_REVISED: {
    description: says(
      'Dự thảo đã có phiên bản mới; kèm thời hạn, cấp phê duyệt, tên gọi và phụ lục đã thay đổi.',
      'A draft has a new version; with the deadlines, level, titles and appendices that changed.',
    ),
    audience: everyone,
    data: { version: 'Int!', changes: '[JSON!]!', appendices: '[JSON!]!' },
  },
  DOCUMENT_SENT_FOR_OPINIONS: {
    description: says('Dự thảo đã được gửi lấy ý kiến các đơn vị.', 'A draft was sent to units for their opinions.'),
    audience: officials,
    data: { round: 'Int!', units: '[String!]!', dueOn: 'Date!' },
  },
  OPINION_RECORDED: {
    description: says('Ý kiến của một đơn vị đã được ghi nhận.', 'The opinion of a unit was recorded.'),
    audience: officials,
    data: { unit: 'String!', round: 'Int!' },
  },
  OPINION_ANSWERED: {
    description: says(
      'Một ý kiến đã được tiếp thu hoặc giải trình.',
      'An opinion was taken up, or it was explained why not.',
    ),
    audience: officials,
    data: {},
  },
  DOCUMENT_FINALISED: {
    description: says(
      'Dự thảo đã hoàn thiện; cho biết có bỏ qua bước lấy ý kiến không.',
      'A draft was finalised; tells whether that was without opinions.',
    ),
    audience: everyone,
    data: { isWithoutOpinions: 'Boolean!' },
  },
  DOCUMENT_SUBMITTED: {
    description: says(
      'Văn bản đã được trình; cho biết có chậm không.',
      'A document was submitted; tells whether it was late.',
    ),
    audience: everyone,
    data: { submitBy: 'Date', isLate: 'Boolean!' },
  },
  DOCUMENT_APPROVED: {
    description: says('Một cấp đã phê duyệt văn bản.', 'A level approved a document.'),
    audience: everyone,
    data: { level: 'String!' },
  },
  DOCUMENT_RETURNED: {
    description: says('Văn bản đã bị trả lại để hoàn thiện.', 'A document was returned to be worked over.'),
    audience: everyone,
    data: {},
  },
  DOCUMENT_ISSUED: {
    description: says('Văn bản đã được ban hành.', 'A document was issued.'),
    audience: everyone,
    data: { number: 'String!', issuedOn: 'Date!' },
  },
  DOCUMENT_ISSUE_CORRECTED: {
    description: says(
      'Số, ngày hoặc cơ quan ban hành đã ghi sai được đính chính: trước và sau.',
      'The number, the date or the issuer of an issued document was put right: before and after.',
    ),
    audience: everyone,
    data: { before: 'JSON!', after: 'JSON!' },
  },
  DOCUMENT_WITHDRAWN: {
    description: says('Văn bản đã được rút.', 'A document was withdrawn.'),
    audience: everyone,
    data: {},
  },
  DOCUMENT_CODE_GIVEN_BACK: {
    description: says(
      'Mã của văn bản đã rút được dùng lại cho văn bản khác; văn bản đã rút mang mã mới.',
      'The code of a withdrawn document is another one’s now; the withdrawn one has a code that tells so.',
    ),
    audience: everyone,
    data: { before: 'String!', after: 'String!' },
  },
  APPENDIX_CODE_GIVEN_BACK: {
    description: says(
      'Mã phụ lục của văn bản đã rút được dùng lại; phụ lục cũ mang mã mới.',
      'The code of an appendix of a withdrawn document is another one’s now; the old one has a code that tells so.',
    ),
    audience: everyone,
    data: { before: 'String!', after: 'String!' },
  },
});

type Events = typeof documentEvents;

/** An event on a document. `unitId` is the unit that it is about: the one that drafts, or the one that was asked. */
export function documentEvent<Type extends keyof Events>(
  type: Type,
  document: Document,
  details: DataOf<Events[Type]>,
  unitId: string | null = document.draftingUnitId,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience } = documentEvents[type];
  return {
    type: name,
    subject: { type: 'Document', id: document.id },
    unitId,
    programmeId: document.programmeId,
    audience: audience[0]!,
    data: { document: document.code, kind: document.kind, state: document.state, ...details },
  };
}
