import type { CalendarDate } from '../platform/lib/calendar-date';
import { DomainError, refuse, type Refusal } from '../platform/lib/domain-error';
import { vietnameseDate } from '../platform/lib/vietnamese-date';

/** A unit, as far as rules look at it. */
export interface DatedUnit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
}

/** A unit that takes over a share of another one's work. */
export interface Succession {
  readonly successor: DatedUnit;
  readonly share: number;
}

/** Shares are kept with four decimals. */
const STEPS = 10_000;

/** Years of a term of the city's committee. */
const TERM_YEARS = 5;

/** The day on which the state was declared. */
const FIRST_DAY = '1945-09-02';

/** A share as it is kept. */
export function toStoredShare(share: number): number {
  return Math.round(share * STEPS) / STEPS;
}

/** Whether the unit exists on a date, as far as its dates are known. */
export function existsOn({ validFrom, validTo }: DatedUnit, date: CalendarDate): boolean {
  return (validFrom === null || validFrom <= date) && (validTo === null || date <= validTo);
}

/** Refuses a unit that does not exist on a date; what it was succeeded by is offered by name. */
export function assertExistsOn(
  unit: DatedUnit,
  date: CalendarDate,
  path: readonly string[],
  heirs: readonly DatedUnit[] = [],
): void {
  const refusal = refusalOfAbsence(unit, date, path, heirs);
  if (refusal !== null) throw new DomainError([refusal]);
}

/** Why a unit cannot be named for a date, with the way out; null where it exists then. */
export function refusalOfAbsence(
  unit: DatedUnit,
  date: CalendarDate,
  path: readonly string[],
  heirs: readonly DatedUnit[] = [],
): Refusal | null {
  if (existsOn(unit, date)) return null;
  const invalid = (vi: string, en: string): Refusal => ({ code: 'INVALID', path, message: { vi, en } });
  if (unit.validFrom !== null && date < unit.validFrom) {
    return invalid(
      `${unit.name} (${unit.code}) chưa hoạt động vào ngày ${vietnameseDate(date)}: đến ngày ${vietnameseDate(unit.validFrom)} mới hoạt động. Hãy chọn đơn vị khác hoặc ngày khác.`,
      `${unit.nameEn} (${unit.code}) does not exist before ${unit.validFrom}. Choose another unit or another date.`,
    );
  }
  const [vi, en] = offer(heirs.filter(({ id }) => id !== unit.id));
  return invalid(
    `${unit.name} (${unit.code}) đã kết thúc hoạt động sau ngày ${vietnameseDate(unit.validTo!)}. ${vi}`,
    `${unit.nameEn} (${unit.code}) ended after ${unit.validTo!}. ${en}`,
  );
}

function offer(heirs: readonly DatedUnit[]): [vi: string, en: string] {
  if (heirs.length === 0) return ['Hãy chọn đơn vị khác.', 'Choose another unit.'];
  const vi = heirs.map(({ name, code }) => `${name} (${code})`).join(', ');
  const en = heirs.map(({ nameEn, code }) => `${nameEn} (${code})`).join(', ');
  return [`Hãy chọn đơn vị kế thừa: ${vi}.`, `Choose its successor: ${en}.`];
}

/** Refuses a unit that ends on a known day as the place for another one. */
export function assertGoesOn(
  unit: DatedUnit,
  lastOn: CalendarDate,
  path: readonly string[],
  heirs: readonly DatedUnit[],
): void {
  const [vi, en] = offer(heirs.filter(({ id }) => id !== unit.id));
  throw refuse(
    'INVALID',
    path,
    `${unit.name} (${unit.code}) kết thúc hoạt động sau ngày ${vietnameseDate(lastOn)}, nên không thể có thêm đơn vị trực thuộc. ${vi}`,
    `${unit.nameEn} (${unit.code}) ends after ${lastOn}, so nothing more is placed under it. ${en}`,
  );
}

/** Refuses a last day that is more than a term away from today, either way: a slip of the pen. Whole years. */
export function assertWithinTerm(lastOn: CalendarDate, today: CalendarDate): void {
  const year = Number(today.slice(0, 4));
  const [from, to] = [`${year - TERM_YEARS}-01-01`, `${year + TERM_YEARS}-12-31`];
  if (from <= lastOn && lastOn <= to) return;
  throw refuse(
    'INVALID',
    ['input', 'lastOn'],
    `Ngày cuối phải trong khoảng từ ${vietnameseDate(from)} đến ${vietnameseDate(to)}. Hãy chọn lại.`,
    `The last day must be between ${from} and ${to}. Choose another one.`,
  );
}

/** Refuses a first day before there were offices of the present state, or more than a term ahead: a slip of the pen. */
export function assertMayBegin(validFrom: CalendarDate, today: CalendarDate): void {
  const latest = `${Number(today.slice(0, 4)) + TERM_YEARS}-12-31`;
  if (FIRST_DAY <= validFrom && validFrom <= latest) return;
  throw refuse(
    'INVALID',
    ['input', 'validFrom'],
    `Ngày đầu phải trong khoảng từ ${vietnameseDate(FIRST_DAY)} đến ${vietnameseDate(latest)}. Hãy chọn lại.`,
    `The first day must be between ${FIRST_DAY} and ${latest}. Choose another one.`,
  );
}

/** Refuses another first day of a unit than what has happened to it since allows: its end, what it took over, its being at work today. `takenOver` begins with the first. */
export function assertMayHaveBegun(
  unit: DatedUnit,
  validFrom: CalendarDate,
  today: CalendarDate,
  takenOver: readonly { readonly predecessor: DatedUnit; readonly effectiveOn: CalendarDate }[],
): void {
  const invalid = (vi: string, en: string): DomainError => refuse('INVALID', ['input', 'validFrom'], vi, en);
  const first = takenOver[0];
  const day = vietnameseDate(validFrom);
  if (unit.validTo !== null && validFrom > unit.validTo) {
    throw invalid(
      `Ngày đầu ${day} sau ngày cuối của ${unit.name} (${vietnameseDate(unit.validTo)}). Hãy chọn ngày sớm hơn, hoặc nhờ quản trị viên sửa ngày kết thúc trước.`,
      `The first day ${validFrom} is after the last one of ${unit.nameEn} (${unit.validTo}). Choose an earlier one, or have an administrator correct the end first.`,
    );
  }
  if (first !== undefined && validFrom > first.effectiveOn) {
    const { predecessor, effectiveOn } = first;
    throw invalid(
      `${unit.name} kế thừa ${predecessor.name} từ ngày ${vietnameseDate(effectiveOn)}. Hãy chọn ngày đầu không muộn hơn ngày đó.`,
      `${unit.nameEn} took over from ${predecessor.nameEn} on ${effectiveOn}. Choose a first day that is not after it.`,
    );
  }
  if (validFrom > today && existsOn(unit, today)) {
    throw invalid(
      `${unit.name} đang hoạt động, nên ngày đầu không thể ở sau hôm nay (${vietnameseDate(today)}). Hãy chọn ngày sớm hơn.`,
      `${unit.nameEn} is at work, so its first day is not after today (${today}). Choose an earlier one.`,
    );
  }
}

/** Refuses an end that the unit's dates contradict. */
export function assertMayEnd(unit: DatedUnit, lastOn: CalendarDate, path: readonly string[]): void {
  if (unit.validTo !== null) {
    throw refuse(
      'CONFLICT',
      path,
      `${unit.name} (${unit.code}) đã có ngày kết thúc là ${vietnameseDate(unit.validTo)}. Hãy tải lại; nếu ngày đó sai, kết thúc lại đơn vị với replacesEnd là true.`,
      `${unit.nameEn} (${unit.code}) has an end already, on ${unit.validTo}. Reload it; if that is wrong, end it again with replacesEnd set to true.`,
    );
  }
  if (unit.validFrom !== null && lastOn < unit.validFrom) {
    throw refuse(
      'INVALID',
      ['input', 'lastOn'],
      `Ngày cuối ${vietnameseDate(lastOn)} trước ngày ${unit.name} bắt đầu (${vietnameseDate(unit.validFrom)}). Hãy chọn ngày sau.`,
      `The last day ${lastOn} is before the first one of ${unit.nameEn} (${unit.validFrom}). Choose a later one.`,
    );
  }
}

/** Refuses another end in the place of one that is not there, or from which others have worked on. */
export function assertEndIsReplaceable(unit: DatedUnit, successors: number, today: CalendarDate): void {
  if (unit.validTo === null) {
    throw refuse(
      'CONFLICT',
      ['input', 'replacesEnd'],
      `${unit.name} (${unit.code}) chưa có ngày kết thúc nào để thay. Hãy bỏ replacesEnd.`,
      `${unit.nameEn} (${unit.code}) has no end that could be replaced. Leave replacesEnd out.`,
    );
  }
  if (unit.validTo >= today || successors === 0) return;
  throw refuse(
    'CONFLICT',
    ['input', 'unitId'],
    `${unit.name} (${unit.code}) đã kết thúc ngày ${vietnameseDate(unit.validTo)} và đơn vị kế thừa đã tiếp nhận công việc, nên không thay được ngày kết thúc. Hãy ghi nhận lần sắp xếp mới ở đơn vị kế thừa.`,
    `${unit.nameEn} (${unit.code}) ended on ${unit.validTo} and its successors have taken over since, so the end stays. Enter what follows at the successors.`,
  );
}

/** Refuses successors that cannot be: the unit itself, one unit twice, shares out of range, or shares that do not add up to 1. All wrong points at once. */
export function assertSuccessors(unit: DatedUnit, successions: readonly Succession[]): void {
  const refusals = successions.flatMap((succession, index) => refusalOf(unit, successions, succession, index));
  if (refusals.length > 0) throw new DomainError(refusals);
  const sum = successions.reduce((total, { share }) => total + Math.round(share * STEPS), 0);
  if (successions.length === 0 || sum === STEPS) return;
  const total = sum / STEPS;
  throw refuse(
    'INVALID',
    ['input', 'successors'],
    `Tổng các phần là ${String(total).replace('.', ',')}, phải bằng 1. Hãy chia lại giữa các đơn vị kế thừa.`,
    `The shares add up to ${total}; they must add up to 1. Divide them anew among the successors.`,
  );
}

function refusalOf(
  unit: DatedUnit,
  all: readonly Succession[],
  { successor, share }: Succession,
  index: number,
): Refusal[] {
  const at = ['input', 'successors', String(index)];
  const invalid = (field: string, vi: string, en: string): Refusal[] => [
    { code: 'INVALID', path: [...at, field], message: { vi, en } },
  ];
  if (!(share > 0 && share <= 1)) {
    return invalid(
      'share',
      'Phần phải lớn hơn 0 và không quá 1. Hãy nhập lại.',
      'A share is more than 0 and at most 1. Enter it again.',
    );
  }
  // rounded, they might add up to something else
  if (Math.abs(share - toStoredShare(share)) > 1e-9) {
    return invalid(
      'share',
      'Phần có nhiều nhất bốn chữ số thập phân. Hãy làm tròn sao cho tổng các phần bằng 1.',
      'A share has at most four decimals. Round the shares so that they add up to 1.',
    );
  }
  if (successor.id === unit.id) {
    return invalid(
      'unitId',
      'Đơn vị không thể kế thừa chính mình. Hãy chọn đơn vị khác.',
      'A unit does not succeed itself. Choose another one.',
    );
  }
  if (all.findIndex((other) => other.successor.id === successor.id) !== index) {
    return invalid(
      'unitId',
      `${successor.name} được nêu hai lần. Hãy gộp thành một phần.`,
      `${successor.nameEn} is named twice. Make one share of the two.`,
    );
  }
  return [];
}

/** Refuses a parent under which the unit would stand above itself; `above` are the parent and everything above it. */
export function assertNoCycle(unit: DatedUnit, above: readonly DatedUnit[]): void {
  if (!above.some(({ id }) => id === unit.id)) return;
  const [parent] = above;
  throw refuse(
    'INVALID',
    ['input', 'parentId'],
    `${parent!.name} chính là hoặc trực thuộc ${unit.name}, nên không thể là cấp trên. Hãy chọn đơn vị khác.`,
    `${parent!.nameEn} is or stands under ${unit.nameEn}, so it cannot stand above it. Choose another unit.`,
  );
}
