import type { CalendarDate } from '../platform/lib/calendar-date';
import { DomainError, type Refusal, refuse } from '../platform/lib/domain-error';
import { boundsOfPeriod, type Period } from '../platform/lib/period';
import { vietnameseDate } from '../platform/lib/vietnamese-date';
import { Comparator } from './comparator.state';
import { GREATEST_VALUE } from './measurements/measurement.rules';

/** A target is due while its programme runs, or at most so many years later. */
const YEARS_AFTER = 10;

/** What a target promises: what is compared with what, by when, from where. */
export interface Promised {
  readonly comparator: Comparator;
  readonly value: number | null;
  readonly valueHigh: number | null;
  readonly dueOn: CalendarDate;
  readonly baseline: number | null;
  readonly baselineOn: CalendarDate | null;
}

/** The years of a programme. */
export interface Years {
  readonly periodFrom: number;
  readonly periodTo: number;
}

/** What a target's plan expects at the end of a period. */
export interface Expected {
  readonly period: Period;
  readonly expected: number;
}

/** Whether the secretariat says how the target stands, since no number decides it. */
export function isAssessed(comparator: Comparator): boolean {
  return comparator === Comparator.RANK || comparator === Comparator.QUALITATIVE;
}

function invalid(field: string | readonly string[], vi: string, en: string): Refusal {
  return { code: 'INVALID', path: ['input', ...[field].flat()], message: { vi, en } };
}

/** Refuses a promise that nothing can be held to, each point by its field. */
export function assertPromise(promised: Promised, years: Years): void {
  const refusals = [...valueRefusals(promised), ...dateRefusals(promised, years)];
  if (refusals.length > 0) throw new DomainError(refusals);
}

function valueRefusals({ comparator, value, valueHigh, baseline }: Promised): Refusal[] {
  const tooLarge = Object.entries({ value, valueHigh, baseline }).flatMap(([field, given]) =>
    given !== null && Math.abs(given) > GREATEST_VALUE
      ? [
          invalid(
            field,
            'Giá trị quá lớn. Hãy nhập theo đơn vị tính của chỉ số.',
            'The value is too large. Enter it in the indicator’s unit of measure.',
          ),
        ]
      : [],
  );
  if (tooLarge.length > 0) return tooLarge;
  if (comparator === Comparator.QUALITATIVE && value !== null) {
    return [
      invalid(
        'value',
        'Chỉ tiêu định tính không có giá trị. Hãy bỏ trống hoặc chọn cách so sánh khác.',
        'A qualitative target has no value. Leave it out or choose another comparator.',
      ),
    ];
  }
  if (comparator !== Comparator.QUALITATIVE && value === null) {
    return [
      invalid(
        'value',
        'Hãy nhập giá trị phải đạt, hoặc chọn “định tính”.',
        'Enter the value to reach, or choose QUALITATIVE.',
      ),
    ];
  }
  if (comparator === Comparator.RANK && !(Number.isInteger(value) && value! >= 1)) {
    return [invalid('value', 'Thứ hạng phải là số nguyên từ 1 trở lên.', 'A rank must be a whole number from 1 on.')];
  }
  if (comparator !== Comparator.RANGE && valueHigh !== null) {
    return [
      invalid(
        'valueHigh',
        'Chỉ khoảng giá trị (RANGE) mới có mức cao. Hãy bỏ trống hoặc chọn RANGE.',
        'Only a range has a high end. Leave it out or choose RANGE.',
      ),
    ];
  }
  if (comparator === Comparator.RANGE && (valueHigh === null || valueHigh < value!)) {
    return [
      invalid(
        'valueHigh',
        'Mức cao của khoảng phải có và không nhỏ hơn mức thấp.',
        'A range needs a high end that is not below its low end.',
      ),
    ];
  }
  return [];
}

function dateRefusals({ dueOn, baseline, baselineOn }: Promised, { periodFrom, periodTo }: Years): Refusal[] {
  const refusals: Refusal[] = [];
  const year = Number(dueOn.slice(0, 4));
  if (year < periodFrom || year > periodTo + YEARS_AFTER) {
    refusals.push(
      invalid(
        'dueOn',
        `Hạn ${vietnameseDate(dueOn)} không thuộc thời gian của chương trình (${periodFrom}-${periodTo}, tầm nhìn đến ${periodTo + YEARS_AFTER}). Hãy kiểm tra lại năm.`,
        `${dueOn} is not of the programme’s time (${periodFrom} to ${periodTo}, with an outlook to ${periodTo + YEARS_AFTER}). Check the year.`,
      ),
    );
  }
  if ((baseline === null) !== (baselineOn === null)) {
    refusals.push(
      invalid(
        baseline === null ? 'baseline' : 'baselineOn',
        'Giá trị ban đầu và ngày của nó đi cùng nhau. Hãy nhập cả hai hoặc bỏ trống cả hai.',
        'A baseline and its date go together. Enter both or neither.',
      ),
    );
  }
  if (baselineOn !== null && baselineOn >= dueOn) {
    refusals.push(
      invalid(
        'baselineOn',
        `Ngày ${vietnameseDate(baselineOn)} của giá trị ban đầu không đứng trước hạn ${vietnameseDate(dueOn)}. Hãy sửa một trong hai ngày.`,
        `The baseline’s date ${baselineOn} is not before the due date ${dueOn}. Change one of them.`,
      ),
    );
  }
  return refusals;
}

/**
 * What of a promise became easier to keep: a lower value where more is better, a higher one where less is (a rank among them), a wider range, a later day. Values that are to be met exactly
 * are neither.
 */
export function easedIn(
  before: Pick<Promised, 'comparator' | 'value' | 'valueHigh' | 'dueOn'>,
  after: Pick<Promised, 'value' | 'valueHigh' | 'dueOn'>,
): ('value' | 'valueHigh' | 'dueOn')[] {
  const { comparator } = before;
  const asksForMore = [Comparator.GT, Comparator.GTE, Comparator.RANGE].includes(comparator);
  const asksForLess = [Comparator.LT, Comparator.LTE, Comparator.RANK].includes(comparator);
  const isEased =
    (asksForMore && isBelow(after.value, before.value)) || (asksForLess && isBelow(before.value, after.value));
  return [
    ...(isEased ? (['value'] as const) : []),
    ...(isBelow(before.valueHigh, after.valueHigh) ? (['valueHigh'] as const) : []),
    ...(after.dueOn > before.dueOn ? (['dueOn'] as const) : []),
  ];
}

function isBelow(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one < other;
}

/** Whether a value, as a plan's end, is as far as the target wants it: a strict bound may be planned as the bound itself. */
function isReached({ comparator, value, valueHigh }: Promised, planned: number): boolean {
  switch (comparator) {
    case Comparator.GT:
    case Comparator.GTE:
      return planned >= value!;
    case Comparator.LT:
    case Comparator.LTE:
      return planned <= value!;
    case Comparator.RANGE:
      return planned >= value! && planned <= valueHigh!;
    default:
      return planned === value;
  }
}

/** Refuses a trajectory that the target cannot have: for what no number decides, periods twice or outside its time, an end that misses the value. */
export function assertTrajectory(target: Promised, points: readonly Expected[]): void {
  if (points.length > 0 && isAssessed(target.comparator)) {
    throw refuse(
      'INVALID',
      ['input', 'points'],
      'Thứ hạng và chỉ tiêu định tính không có lộ trình: cơ quan thường trực đánh giá (assessTarget).',
      'Ranks and qualitative targets have no trajectory: the secretariat assesses them (assessTarget).',
    );
  }
  const ends = points.map(({ period }) => boundsOfPeriod(period).to);
  const refusals = points.flatMap(({ period, expected }, index): Refusal[] => {
    const end = ends[index]!;
    const path = (field: string) => ['points', String(index), field];
    if (ends.indexOf(end) !== index) {
      return [
        invalid(
          path('period'),
          `Hai điểm cùng kết thúc ngày ${vietnameseDate(end)}. Hãy bỏ một điểm.`,
          `Two points end on ${end}. Leave one out.`,
        ),
      ];
    }
    if (end > target.dueOn || (target.baselineOn !== null && end <= target.baselineOn)) {
      return [
        invalid(
          path('period'),
          `Kỳ ${period} nằm ngoài thời gian của chỉ tiêu (đến ${vietnameseDate(target.dueOn)}).`,
          `The period ${period} lies outside the target’s time (until ${target.dueOn}).`,
        ),
      ];
    }
    if (Math.abs(expected) > GREATEST_VALUE || (end === target.dueOn && !isReached(target, expected))) {
      return [
        invalid(
          path('expected'),
          'Lộ trình kết thúc ở giá trị không đạt chỉ tiêu. Hãy sửa điểm cuối.',
          'The trajectory ends at a value that misses the target. Change its last point.',
        ),
      ];
    }
    return [];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}
