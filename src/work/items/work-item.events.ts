import type { EventDraft } from '../../platform/event-log/event-draft';
import { EventAudience } from '../../platform/event-log/event-audience';
import { type DataOf, declareEvents } from '../../platform/event-log/event-types';
import { says } from '../../platform/lib/says';
import type { WorkItem } from './work-item.entity';

// who does what is everybody's to know; of a draft, officials' alone (rule R14)
const byState = [EventAudience.EVERYONE, EventAudience.OFFICIALS];
// words of officials that the item itself does not hold: what an inspection found, why somebody else leads it, why it serves something no more
const officials = [EventAudience.OFFICIALS];

/** What the log says of work items; each holds the item’s code. */
export const workItemEvents = declareEvents({
  LEAD_UNIT_ASSIGNED: {
    description: says(
      'Đầu việc đã giao cho đơn vị chủ trì khác, kèm vai trò còn lại của đơn vị cũ và lý do.',
      'An item got another lead unit; with the part that the former one keeps, and the reason.',
    ),
    audience: officials,
    data: { from: 'String!', to: 'String!', formerRole: 'String', reason: 'String!' },
  },
  UNIT_ROLE_ASSIGNED: {
    description: says(
      'Một đơn vị đã được giao vai trò trong đầu việc; vai trò trước đó trống khi chưa có.',
      'A unit was given a part in an item; the part before is null where it had none.',
    ),
    audience: byState,
    data: { unit: 'String!', role: 'String!', before: 'String' },
  },
  UNIT_ROLE_ENDED: {
    description: says('Một đơn vị thôi tham gia đầu việc.', 'A unit has no part in an item any more.'),
    audience: byState,
    data: { unit: 'String!', role: 'String!' },
  },
  RESPONSIBLE_PERSON_ASSIGNED: {
    description: says('Người chịu trách nhiệm của đầu việc đã được nêu.', 'It was said who answers for an item.'),
    audience: byState,
    data: {},
  },
  WORK_ITEM_DESCRIBED: {
    description: says(
      'Mô tả của đầu việc đã được ghi: chỉ các nội dung đã thay đổi.',
      'An item was described: what changed, and nothing else.',
    ),
    audience: byState,
    data: {
      concreteObjective: 'String?',
      product: 'String?',
      approvalLevel: 'String?',
      startsOn: 'Date?',
      dueOn: 'Date?',
    },
  },
  WORK_ITEM_VERIFIED: {
    description: says(
      'Kết quả kiểm tra đầu việc đã được ghi nhận, trước và sau.',
      'What an inspection found of an item was recorded; before and after.',
    ),
    audience: officials,
    data: { before: 'String', health: 'String', finding: 'String!' },
  },
  MILESTONES_ADDED: {
    description: says('Các mốc đã được thêm vào đầu việc.', 'Milestones were added to an item.'),
    audience: byState,
    data: { milestones: '[JSON!]!' },
  },
  RESOURCE_ADDED: {
    description: says('Một nguồn lực của đầu việc đã được nêu.', 'A resource of an item was stated.'),
    audience: byState,
    data: { kind: 'String!', amount: 'String', currency: 'String' },
  },
  RESOURCE_DECIDED: {
    description: says('Một nguồn lực đã được quyết định.', 'A resource was decided on.'),
    audience: byState,
    data: { kind: 'String!', amount: 'String', currency: 'String', before: 'String!', state: 'String!' },
  },
  DELIVERABLE_ADDED: {
    description: says('Một sản phẩm của đầu việc đã được nêu.', 'A deliverable of an item was stated.'),
    audience: byState,
    data: { number: 'Int!', title: 'String!', dueOn: 'Date' },
  },
  DELIVERABLE_ACCEPTED: {
    description: says('Một sản phẩm đã được nghiệm thu.', 'A deliverable was accepted.'),
    audience: byState,
    data: { number: 'Int!', title: 'String!', acceptedOn: 'Date!', evidence: 'String' },
  },
  WORK_ITEM_CODE_GIVEN_BACK: {
    description: says(
      'Mã của một dòng thuộc văn bản đã rút được dùng lại; dòng cũ mang mã mới.',
      'The code of a row of a withdrawn document is another one’s now; the old row has a code that tells so.',
    ),
    audience: officials,
    data: { before: 'String!', after: 'String!' },
  },
  MILESTONE_REMOVED: {
    description: says(
      'Một mốc đã được bỏ khỏi đầu việc của dự thảo, kèm lý do.',
      'A milestone was taken off an item of a draft; with the reason.',
    ),
    audience: officials,
    data: { number: 'Int!', title: 'String!', dueOn: 'Date!', reason: 'String!' },
  },
  DELIVERABLE_REMOVED: {
    description: says(
      'Một sản phẩm đã được bỏ khỏi đầu việc của dự thảo, kèm lý do.',
      'A deliverable was taken off an item of a draft; with the reason.',
    ),
    audience: officials,
    data: { number: 'Int!', title: 'String!', dueOn: 'Date!', reason: 'String!' },
  },
  RESOURCE_REMOVED: {
    description: says(
      'Một nguồn lực đã được bỏ khỏi đầu việc của dự thảo, kèm lý do.',
      'A resource was taken off an item of a draft; with the reason.',
    ),
    audience: officials,
    data: { kind: 'String!', amount: 'String', currency: 'String', reason: 'String!' },
  },
  WORK_ITEM_TRACED: {
    description: says(
      'Đầu việc đã được gắn với chỉ tiêu, mục tiêu hoặc quan điểm mà nó phục vụ.',
      'It was said which target, objective or viewpoint an item serves.',
    ),
    audience: byState,
    data: { to: 'String!', number: 'String!' },
  },
  TRACE_REMOVED: {
    description: says(
      'Một liên kết từ đầu việc đến điều nó phục vụ đã được bỏ, kèm lý do.',
      'It was taken back that an item serves something; with the reason.',
    ),
    audience: officials,
    data: { reason: 'String!' },
  },
});

/** What the log says of the rows of a list. They are entered and taken off while nothing is decided: rooms do not read them. */
export const appendixRowEvents = declareEvents({
  APPENDIX_ROWS_ADDED: {
    description: says('Các dòng đã được nhập vào phụ lục.', 'Rows were entered in an appendix.'),
    audience: officials,
    data: { appendix: 'String!', document: 'String!', rows: '[Int!]!' },
  },
  APPENDIX_ROWS_REMOVED: {
    description: says(
      'Các dòng đã được bỏ khỏi phụ lục, kèm lý do.',
      'Rows were taken off an appendix; with the reason.',
    ),
    audience: officials,
    data: { appendix: 'String!', document: 'String!', rows: '[Int!]!', reason: 'String!' },
  },
});

type Events = typeof workItemEvents;

/** An event on an item and the unit that it concerns. */
export function workItemEvent<Type extends keyof Events>(
  type: Type,
  item: WorkItem,
  unitId: string | null,
  details: DataOf<Events[Type]>,
): Omit<EventDraft, 'occurredAt' | 'actor'> {
  const { type: name, audience } = workItemEvents[type];
  return {
    type: name,
    subject: { type: 'WorkItem', id: item.id },
    unitId,
    programmeId: item.programmeId,
    audience: item.isInForce ? audience[0]! : EventAudience.OFFICIALS,
    data: { workItem: item.code, ...details },
  };
}
