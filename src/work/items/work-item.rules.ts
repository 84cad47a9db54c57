import type { CalendarDate } from '../../platform/lib/calendar-date';
import { DomainError, refuse, type Refusal } from '../../platform/lib/domain-error';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';

/** What an item is about, and when. */
export interface Description {
  readonly concreteObjective: string | null;
  readonly product: string | null;
  readonly approvalLevel: string | null;
  readonly startsOn: CalendarDate;
  readonly dueOn: CalendarDate;
}

const NAMES: Readonly<Record<keyof Description, readonly [vi: string, en: string]>> = {
  concreteObjective: ['mục tiêu cụ thể', 'concrete objective'],
  product: ['sản phẩm', 'product'],
  approvalLevel: ['cấp phê duyệt', 'level of approval'],
  startsOn: ['ngày bắt đầu', 'start'],
  dueOn: ['hạn', 'due date'],
};

/**
 * What is new in a description over the one that stands; blank texts say nothing. Once the plan is finalised only what is empty can be filled: what was
 * decided is changed by an adjustment, and each such point is refused by name.
 */
export function changesOf(
  standing: Description,
  given: Readonly<Partial<Record<keyof Description, string | null>>>,
  isOpen: boolean,
): Partial<Record<keyof Description, string>> {
  const fields = Object.keys(NAMES) as (keyof Description)[];
  const changes: Record<string, string> = {};
  const refusals: Refusal[] = [];
  for (const field of fields) {
    const value = given[field]?.trim() ?? '';
    if (value === '' || value === standing[field]) continue;
    changes[field] = value;
    if (isOpen || standing[field] === null) continue;
    const [vi, en] = NAMES[field];
    const message = {
      vi: `Kế hoạch đã hoàn thiện: ${vi} không sửa trực tiếp được nữa. Hãy đưa kế hoạch về dự thảo (reviseDocument); nếu đã ban hành, đề nghị cơ quan thường trực điều chỉnh.`,
      en: `The plan is finalised: the ${en} is not changed directly any more. Revise the plan first (reviseDocument); if it is issued, ask the secretariat for an adjustment.`,
    };
    refusals.push({ code: 'CLOSED', path: ['input', field], message });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
  assertOrder(changes.startsOn ?? standing.startsOn, changes.dueOn ?? standing.dueOn);
  return changes;
}

function assertOrder(startsOn: CalendarDate, dueOn: CalendarDate): void {
  if (startsOn <= dueOn) return;
  throw refuse(
    'INVALID',
    ['input', 'dueOn'],
    `Hạn ${vietnameseDate(dueOn)} đứng trước ngày bắt đầu ${vietnameseDate(startsOn)}. Hãy sửa một trong hai ngày.`,
    `The due date ${dueOn} is before the start on ${startsOn}. Change one of them.`,
  );
}

/** A date that an item has promised within its time. */
export interface Promised {
  readonly title: string;
  readonly dueOn: CalendarDate;
}

/** Refuses dates of an item with which a milestone or a deliverable would lie outside its time. */
export function assertHolds(
  { startsOn, dueOn }: Pick<Description, 'startsOn' | 'dueOn'>,
  promised: readonly Promised[],
): void {
  const outside = promised.find((date) => date.dueOn < startsOn || date.dueOn > dueOn);
  if (outside === undefined) return;
  throw refuse(
    'INVALID',
    ['input', outside.dueOn > dueOn ? 'dueOn' : 'startsOn'],
    `“${outside.title}” có hạn ${vietnameseDate(outside.dueOn)}, sẽ nằm ngoài thời gian của đầu việc. Hãy chọn thời gian bao gồm ngày này.`,
    `“${outside.title}” is due on ${outside.dueOn}, which would lie outside the item’s time. Choose a time that holds it.`,
  );
}

/** A milestone, as far as the planned curve looks at it. */
export interface PlannedStep {
  readonly dueOn: CalendarDate;
  readonly plannedPercent: number;
}

/** Refuses milestones outside the item's dates, or with which the planned curve would fall or jump: later ones expect at least as much, those of one day the same. */
export function assertMilestones(
  item: { readonly startsOn: CalendarDate; readonly dueOn: CalendarDate },
  standing: readonly PlannedStep[],
  added: readonly PlannedStep[],
): void {
  const refusals = added.flatMap((step, index): Refusal[] => {
    const path = (field: string) => ['input', 'milestones', String(index), field];
    if (step.dueOn < item.startsOn || step.dueOn > item.dueOn) {
      const message = {
        vi: `Mốc ${vietnameseDate(step.dueOn)} nằm ngoài thời gian của đầu việc (${vietnameseDate(item.startsOn)} – ${vietnameseDate(item.dueOn)}). Hãy chọn ngày trong khoảng này.`,
        en: `The milestone on ${step.dueOn} lies outside the item’s time (${item.startsOn} to ${item.dueOn}). Choose a day within it.`,
      };
      return [{ code: 'INVALID', path: path('dueOn'), message }];
    }
    const others = [...standing, ...added.filter((_, other) => other !== index)];
    const above = others.find(
      (other) =>
        (other.dueOn === step.dueOn && other.plannedPercent !== step.plannedPercent) ||
        (other.dueOn < step.dueOn && other.plannedPercent > step.plannedPercent) ||
        (other.dueOn > step.dueOn && other.plannedPercent < step.plannedPercent),
    );
    if (above === undefined) return [];
    const message = {
      vi: `Tiến độ ${step.plannedPercent}% ngày ${vietnameseDate(step.dueOn)} ngược với mốc ${above.plannedPercent}% ngày ${vietnameseDate(above.dueOn)}. Hãy sửa để mốc sau không thấp hơn mốc trước.`,
      en: `${step.plannedPercent} % on ${step.dueOn} contradicts the milestone of ${above.plannedPercent} % on ${above.dueOn}. Correct them so that no later one expects less.`,
    };
    return [{ code: 'INVALID', path: path('plannedPercent'), message }];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}
