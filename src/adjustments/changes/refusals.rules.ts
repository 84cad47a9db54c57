import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { Refusal, RefusalCode } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import type { AdjustmentFacts, RequestedChanges, Row } from './adjustment-facts';
import type { ItemChange, StoredChange } from './stored-change';

/** What is wrong with the changes of a request, each at its place: what is not there, of another programme, settled, contradictory, or nothing new. */
export function refusalsOfChanges({ rows }: Pick<AdjustmentFacts, 'rows'>, request: RequestedChanges): Refusal[] {
  return request.changes.flatMap((change, index): Refusal[] => {
    const at = (field: string) => ['input', 'changes', String(index), FIELDS[change.kind], field];
    if (change.kind !== 'ITEM') return [];
    const item = rows.work_item.find(({ id }) => id === change.workItemId);
    const unfit = unfitItem(item, request.programmeId, at('workItemId'));
    return unfit.length > 0 ? unfit : wrongsOfItem(change, item!, at);
  });
}

/** The field of a change's input by its kind. */
export const FIELDS: Readonly<Record<StoredChange['kind'], string>> = {
  ITEM: 'item',
  ADD_ITEM: 'addItem',
  STOP_ITEM: 'stopItem',
  RESOURCE: 'resource',
  MILESTONE: 'milestone',
  TARGET: 'target',
};

function refusal(code: RefusalCode, path: readonly string[], vi: string, en: string): Refusal {
  return { code, path, message: { vi, en } };
}

/** Only an item of the programme that is in force and not settled is adjusted. */
function unfitItem(item: Row | undefined, programmeId: string, path: readonly string[]): Refusal[] {
  if (item === undefined) {
    return [
      refusal(
        'NOT_FOUND',
        path,
        'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
        'There is no such work item. Check the id.',
      ),
    ];
  }
  const code = String(item.code);
  if (item.programme_id !== programmeId) {
    return [
      refusal(
        'INVALID',
        path,
        `Đầu việc ${code} thuộc chương trình khác. Mỗi đề xuất điều chỉnh một chương trình: hãy đăng ký riêng.`,
        `The item ${code} is of another programme. A request adjusts one programme: register another request for it.`,
      ),
    ];
  }
  if (item.stopped_on !== null) {
    return [
      refusal(
        'CLOSED',
        path,
        `Đầu việc ${code} đã dừng từ ${vietnameseDate(String(item.stopped_on))}, không điều chỉnh được nữa. Hãy đăng ký thêm đầu việc mới (addItem).`,
        `The item ${code} was stopped on ${String(item.stopped_on)} and is not adjusted any more. Ask for a new one (addItem).`,
      ),
    ];
  }
  if (item.completed_on !== null) {
    return [
      refusal(
        'CLOSED',
        path,
        `Đầu việc ${code} đã hoàn thành, không điều chỉnh được nữa. Hãy chọn đầu việc chưa hoàn thành.`,
        `The item ${code} is completed and is not adjusted any more. Choose one that is still open.`,
      ),
    ];
  }
  if (item.is_in_force === true) return [];
  return [
    refusal(
      'CONFLICT',
      path,
      `Đầu việc ${code} chưa có hiệu lực: kế hoạch còn soạn thảo thì sửa trực tiếp (describeWorkItem, assignLeadUnit).`,
      `The item ${code} is not in force: while its plan is drafted it is changed directly (describeWorkItem, assignLeadUnit).`,
    ),
  ];
}

type At = (field: string) => string[];

function wrongsOfItem({ set }: ItemChange, item: Row, at: At): Refusal[] {
  const after: Row = { ...item, ...set };
  if (Object.keys(set).every((column) => item[column] === set[column])) {
    return [
      refusal(
        'INVALID',
        at('workItemId'),
        `Thay đổi này để đầu việc ${String(item.code)} như cũ. Hãy nêu giá trị mới, hoặc bỏ thay đổi này.`,
        `This leaves the item ${String(item.code)} as it is. State what is to be new, or leave the change out.`,
      ),
    ];
  }
  const [startsOn, dueOn] = [String(after.starts_on), String(after.due_on)] as [CalendarDate, CalendarDate];
  if (startsOn <= dueOn) return [];
  return [
    refusal(
      'INVALID',
      at('dueOn'),
      `Hạn ${vietnameseDate(dueOn)} đứng trước ngày bắt đầu ${vietnameseDate(startsOn)}. Hãy sửa một trong hai ngày.`,
      `The due date ${dueOn} is before the start on ${startsOn}. Change one of them.`,
    ),
  ];
}
