import type { CalendarDate } from '../../platform/lib/calendar-date';
import type { Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import type { AdjustmentFacts, RequestedChanges, Row } from './adjustment-facts.rules';
import { rowChangesOf } from './apply-changes.rules';
import { refusalsOfOutcome } from './judge-outcome';
import { refusalsOfFarDates } from './judge-dates';
import { at, type At, refusal } from './refused.rules';
import { refusalsOfPerson } from './judge-person';
import { refusalsOfAdded } from './judge-added';
import type { Standing } from './standing.rules';
import type { StoredChange } from './stored-change.rules';
import { thingsOf } from './things.rules';

/** Facts of which one request is judged. */
type Judged = Pick<AdjustmentFacts, 'rows'>;

/**
 * What is wrong with the changes of a request, each at its place: what is not there, of another programme, settled, asked for by another request, named twice,
 * nothing new; and, where all that is right, what the rows would contradict in if it were approved today.
 */
export function refusalsOfChanges(
  { rows }: Judged,
  request: RequestedChanges,
  standing: Standing,
  today: CalendarDate,
): Refusal[] {
  const { changes } = request;
  const wrongs = changes.flatMap((change, index): Refusal[] => {
    const path = at(index, change);
    const unfit = [...refusalsOfSubject({ rows }, request, change, path, standing), ...twice(changes, index, path)];
    if (unfit.length > 0) return unfit;
    return [
      ...refusalsOfFarDates(change, path, standing),
      ...held(change, path, standing),
      ...refusalsOfLead(change, path, standing, today),
      ...refusalsOfPerson({ rows }, change, path, standing),
    ];
  });
  if (wrongs.length > 0) return wrongs;
  const after = rowChangesOf({ requests: [request], rows }, today);
  return [...unchanged({ rows }, changes), ...refusalsOfOutcome({ rows }, changes, after, standing)];
}

function refusalsOfSubject(
  { rows }: Judged,
  { programmeId, changes }: RequestedChanges,
  change: StoredChange,
  path: At,
  standing: Standing,
): Refusal[] {
  if (change.kind === 'ADD_ITEM') return refusalsOfAdded(rows, change, changes, path, standing);
  if (change.kind === 'TARGET') {
    const target = rows.target.find(({ id }) => id === change.targetId);
    return target?.programme_id === programmeId ? [] : [notThere(path('targetId'))];
  }
  const item = rows.work_item.find(({ id }) => id === change.workItemId);
  const unfit = unfitItem(item, programmeId, path('workItemId'));
  if (unfit.length > 0) return unfit;
  const [table, field, id] =
    change.kind === 'RESOURCE'
      ? (['resource', 'resourceId', change.resourceId] as const)
      : (['milestone', 'milestoneId', change.kind === 'MILESTONE' ? change.milestoneId : null] as const);
  const isThere = id === null || rows[table].some((row) => row.id === id && row.work_item_id === item!.id);
  return isThere ? [] : [notThere(path(field))];
}

function notThere(path: readonly string[]): Refusal {
  return refusal(
    'NOT_FOUND',
    path,
    'Không có đối tượng này trong phạm vi của đề xuất. Hãy kiểm tra lại mã định danh.',
    'There is no such thing within what the request is about. Check the id.',
  );
}

/** Only an item of the programme that is in force and not settled is adjusted. */
function unfitItem(item: Row | undefined, programmeId: string, path: readonly string[]): Refusal[] {
  if (item === undefined) return [notThere(path)];
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
  if (item.stopped_on != null) {
    const on = String(item.stopped_on);
    return [
      refusal(
        'CLOSED',
        path,
        `Đầu việc ${code} đã dừng từ ${vietnameseDate(on)}, không điều chỉnh được nữa. Hãy đăng ký thêm đầu việc mới (addItem).`,
        `The item ${code} was stopped on ${on} and is not adjusted any more. Ask for a new one (addItem).`,
      ),
    ];
  }
  if (item.completed_on != null) {
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

/** An item has one lead and one due date: two changes of the same thing contradict (rule R3). */
function twice(changes: readonly StoredChange[], index: number, path: At): Refusal[] {
  const change = changes[index]!;
  if (change.kind === 'RESOURCE' || change.kind === 'MILESTONE') return [];
  const isWhole = ({ kind }: StoredChange) => kind !== 'RESOURCE' && kind !== 'MILESTONE';
  const [thing] = thingsOf(change);
  const first = changes.findIndex((other) => isWhole(other) && thingsOf(other).includes(thing!));
  if (first === index) return [];
  return [
    refusal(
      'INVALID',
      path(change.kind === 'TARGET' ? 'targetId' : change.kind === 'ADD_ITEM' ? 'number' : 'workItemId'),
      `Thay đổi thứ ${first + 1} đã nêu đối tượng này. Hãy gộp thành một: mỗi đầu việc chỉ có một đơn vị chủ trì, một thời hạn.`,
      `Change ${first + 1} is about the same thing. Make them one: an item has one lead unit and one due date.`,
    ),
  ];
}

/** What another request asks for is not asked for again until that one is decided. */
function held(change: StoredChange, path: At, { pending }: Standing): Refusal[] {
  const things = thingsOf(change);
  const other = pending.find((request) => request.things.some((thing) => things.includes(thing)));
  if (other === undefined) return [];
  const field = change.kind === 'TARGET' ? 'targetId' : change.kind === 'ADD_ITEM' ? 'number' : 'workItemId';
  const { unit, registeredOn, id } = other;
  return [
    refusal(
      'CONFLICT',
      path(field),
      `Một đề xuất khác đang chờ quyết định (aq_${id}), do ${unit.shortName} đăng ký ngày ${vietnameseDate(registeredOn)}, đã điều chỉnh đối tượng này. Hãy chờ quyết định, hoặc rút đề xuất đó trước.`,
      `Another request that is not decided yet (aq_${id}), registered by ${unit.shortNameEn} on ${registeredOn}, changes this already. Wait for its decision, or have it withdrawn first.`,
    ),
  ];
}

/** Whoever is to lead an item has to be there, and whoever is to answer for it works there (rule R3). */
function refusalsOfLead(change: StoredChange, path: At, standing: Standing, today: CalendarDate): Refusal[] {
  const set = change.kind === 'ITEM' ? change.set : change.kind === 'ADD_ITEM' ? change.row : {};
  const field = change.kind === 'ITEM' ? 'leadUnitId' : 'leadUnitCode';
  const lead = set.lead_unit_id;
  if (lead == null) return [];
  const unit = standing.units.find(({ id }) => id === lead);
  if (unit === undefined) {
    return [
      refusal('NOT_FOUND', path(field), 'Không có đơn vị này. Hãy kiểm tra lại.', 'There is no such unit. Check it.'),
    ];
  }
  if (unit.validTo === null || unit.validTo >= today) return [];
  return [
    refusal(
      'INVALID',
      path(field),
      `${unit.name} đã kết thúc hoạt động ngày ${vietnameseDate(unit.validTo)}, không chủ trì được. Hãy chọn đơn vị đang hoạt động.`,
      `${unit.nameEn} ended on ${unit.validTo} and cannot lead it. Choose a unit that is there.`,
    ),
  ];
}

/** A change that changes nothing is a mistake. */
function unchanged({ rows }: Judged, changes: readonly StoredChange[]): Refusal[] {
  return changes.flatMap((change, index): Refusal[] => {
    if (!isIdle({ rows }, change)) return [];
    const path = at(index, change);
    return [
      refusal(
        'INVALID',
        path(change.kind === 'TARGET' ? 'targetId' : 'workItemId'),
        'Thay đổi này để mọi thứ như cũ. Hãy nêu giá trị mới, hoặc bỏ thay đổi này.',
        'This leaves everything as it is. State what is to be new, or leave the change out.',
      ),
    ];
  });
}

function isIdle({ rows }: Judged, change: StoredChange): boolean {
  const same = (row: Row | undefined, set: object) =>
    row !== undefined && Object.entries(set).every(([column, value]) => row[column] === value);
  switch (change.kind) {
    case 'ITEM':
      return same(
        rows.work_item.find(({ id }) => id === change.workItemId),
        change.set,
      );
    case 'RESOURCE':
      return same(
        rows.resource.find(({ id }) => id === change.resourceId),
        change.set,
      );
    case 'MILESTONE':
      return same(
        rows.milestone.find(({ id }) => id === change.milestoneId),
        change.set,
      );
    case 'TARGET':
      return (
        change.trajectory === null &&
        same(
          rows.target.find(({ id }) => id === change.targetId),
          change.set,
        )
      );
    default:
      return false;
  }
}
