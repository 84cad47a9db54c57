import type { CalendarDate } from '../../../platform/lib/calendar-date';
import { DomainError, type Refusal } from '../../../platform/lib/domain-error';
import { vietnameseDate } from '../../../platform/lib/vietnamese-date';
import type { Frequency } from './cycle-dates.rules';

/** What is said of a rule that is to be set. */
export interface MeantRule {
  readonly kind: Frequency;
  readonly opensDaysBeforeEnd: number;
  readonly dueWorkingDays: number;
  readonly closesWorkingDays: number;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate | null;
}

/** A rule that is there. */
export interface StandingRule {
  readonly kind: Frequency;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

const [FIRST_YEAR, LAST_YEAR] = [2015, 2100];
const SHORTEST: Readonly<Record<Frequency, number>> = { MONTHLY: 28, QUARTERLY: 90, HALF_YEARLY: 181, YEARLY: 365 };
const MOST_DUE = 60;
const MOST_CLOSES = 120;

/**
 * Refuses a rule that cannot be meant, every point of it at once: due before it opens, closed before it is due, opened before its period began, dates that are far away or in the
 * wrong order.
 */
export function assertMeantRule(rule: MeantRule): void {
  const refusals = [...openingRefusals(rule), ...dueRefusals(rule), ...closingRefusals(rule), ...timeRefusals(rule)];
  if (refusals.length > 0) throw new DomainError(refusals);
}

function openingRefusals({ kind, opensDaysBeforeEnd }: MeantRule): Refusal[] {
  const most = SHORTEST[kind];
  if (opensDaysBeforeEnd >= 0 && opensDaysBeforeEnd <= most) return [];
  return [
    at(
      'opensDaysBeforeEnd',
      `Kỳ phải mở trong thời gian báo cáo: từ 0 đến ${most} ngày trước ngày cuối.`,
      `It opens within its period: 0 to ${most} days before the last day.`,
    ),
  ];
}

function dueRefusals({ opensDaysBeforeEnd, dueWorkingDays }: MeantRule): Refusal[] {
  if (Math.abs(dueWorkingDays) > MOST_DUE) {
    return [
      at(
        'dueWorkingDays',
        `Hạn nộp phải trong vòng ${MOST_DUE} ngày làm việc quanh ngày cuối của thời gian báo cáo.`,
        `It is due within ${MOST_DUE} working days of the end of its period.`,
      ),
    ];
  }
  // so many working days take at least as many days, however few holidays there are
  if (dueWorkingDays >= 0 || leastDays(-dueWorkingDays) <= opensDaysBeforeEnd) return [];
  return [
    at(
      'dueWorkingDays',
      `Hạn nộp không được rơi trước ngày mở kỳ (${opensDaysBeforeEnd} ngày trước ngày cuối). Hãy mở kỳ sớm hơn hoặc lùi hạn nộp.`,
      `It would be due before it opens, ${opensDaysBeforeEnd} days before the end. Open it earlier, or let it be due later.`,
    ),
  ];
}

function closingRefusals({ closesWorkingDays }: MeantRule): Refusal[] {
  if (closesWorkingDays >= 0 && closesWorkingDays <= MOST_CLOSES) return [];
  return [
    at(
      'closesWorkingDays',
      `Kỳ không được khóa trước hạn nộp. Hãy chọn từ 0 đến ${MOST_CLOSES} ngày làm việc sau hạn nộp.`,
      `It cannot close before it is due: 0 to ${MOST_CLOSES} working days after that.`,
    ),
  ];
}

function timeRefusals({ validFrom, validTo }: MeantRule): Refusal[] {
  const far = (field: 'validFrom' | 'validTo', date: CalendarDate): Refusal[] => {
    const year = Number(date.slice(0, 4));
    if (year >= FIRST_YEAR && year <= LAST_YEAR) return [];
    return [
      at(
        field,
        `Ngày ${vietnameseDate(date)} ngoài khoảng ${FIRST_YEAR}-${LAST_YEAR}. Hãy kiểm tra lại năm.`,
        `${date} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}. Check the year.`,
      ),
    ];
  };
  const refusals = [...far('validFrom', validFrom), ...(validTo == null ? [] : far('validTo', validTo))];
  if (validTo != null && validTo < validFrom) {
    refusals.push(
      at(
        'validTo',
        `Ngày hết hiệu lực phải từ ${vietnameseDate(validFrom)} trở đi.`,
        `It ends on its first day, ${validFrom}, or later.`,
      ),
    );
  }
  return refusals;
}

/** Refuses a rule for a time in which another one of its kind holds for the same programme. */
export function assertAlone(rule: MeantRule, standing: readonly StandingRule[]): void {
  const other = standing.find(
    ({ kind, validFrom, validTo }) =>
      kind === rule.kind &&
      (rule.validTo == null || validFrom <= rule.validTo) &&
      (validTo === null || validTo >= rule.validFrom),
  );
  if (other === undefined) return;
  const [vi, en] =
    other.validTo === null
      ? [`từ ${vietnameseDate(other.validFrom)}, chưa có ngày kết thúc`, `from ${other.validFrom} on, without an end`]
      : [
          `từ ${vietnameseDate(other.validFrom)} đến ${vietnameseDate(other.validTo)}`,
          `from ${other.validFrom} to ${other.validTo}`,
        ];
  throw new DomainError([
    {
      code: 'CONFLICT',
      path: ['input', 'validFrom'],
      message: {
        vi: `Chương trình đã có chế độ báo cáo loại này ${vi}. Hãy kết thúc chế độ đó trước (endReportingRule), hoặc chọn thời gian khác.`,
        en: `The programme has such a rule ${en}. End that one first (endReportingRule), or choose another time.`,
      },
    },
  ]);
}

/** The least number of days in which so many working days pass: five of every seven, beginning on the best weekday. */
function leastDays(workingDays: number): number {
  return workingDays + Math.floor((workingDays - 1) / 5) * 2;
}

function at(field: string, vi: string, en: string): Refusal {
  return { code: 'INVALID', path: ['input', field], message: { vi, en } };
}
