import type { CalendarDate } from '../../../platform/lib/calendar-date';
import { DomainError, type Refusal } from '../../../platform/lib/domain-error';
import { boundsOfPeriod, type Period } from '../../../platform/lib/period';
import { vietnameseDate } from '../../../platform/lib/vietnamese-date';

/** What is said of an extraordinary cycle. */
export interface MeantCycle {
  readonly period: Period;
  readonly opensOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly closesOn: CalendarDate;
}

const [FIRST_YEAR, LAST_YEAR] = [2015, 2100];
const DATES = ['opensOn', 'dueOn', 'closesOn'] as const;

/** Refuses dates that cannot be meant, every point at once: of far years, before the period, due before it opens, closed before it is due, over already. */
export function assertMeantCycle(cycle: MeantCycle, today: CalendarDate): void {
  const { period, opensOn, dueOn, closesOn } = cycle;
  const refusals: Refusal[] = DATES.filter((field) => isFar(cycle[field])).map((field) =>
    at(
      field,
      `Ngày ${vietnameseDate(cycle[field])} ngoài khoảng ${FIRST_YEAR}-${LAST_YEAR}. Hãy kiểm tra lại năm.`,
      `${cycle[field]} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}. Check the year.`,
    ),
  );
  const { from } = boundsOfPeriod(period);
  if (opensOn < from) {
    refusals.push(
      at(
        'opensOn',
        `Kỳ phải mở từ ngày đầu của thời gian báo cáo, ${vietnameseDate(from)}, trở đi.`,
        `It opens on the first day of its period, ${from}, or later.`,
      ),
    );
  }
  if (dueOn < opensOn) {
    refusals.push(
      at(
        'dueOn',
        `Hạn nộp phải từ ngày mở kỳ, ${vietnameseDate(opensOn)}, trở đi.`,
        `It is due on the day on which it opens, ${opensOn}, or later.`,
      ),
    );
  }
  if (closesOn < dueOn) {
    refusals.push(
      at(
        'closesOn',
        `Kỳ phải khóa từ hạn nộp, ${vietnameseDate(dueOn)}, trở đi.`,
        `It closes on the day on which it is due, ${dueOn}, or later.`,
      ),
    );
  }
  if (dueOn < today) {
    refusals.push(
      at(
        'dueOn',
        `Hạn nộp phải từ hôm nay, ${vietnameseDate(today)}, trở đi: không ai nộp kịp một hạn đã qua.`,
        `It is due today, ${today}, or later: nobody can keep a date that has passed.`,
      ),
    );
  }
  if (refusals.length > 0) throw new DomainError(refusals);
}

function isFar(date: CalendarDate): boolean {
  const year = Number(date.slice(0, 4));
  return year < FIRST_YEAR || year > LAST_YEAR;
}

function at(field: string, vi: string, en: string): Refusal {
  return { code: 'INVALID', path: ['input', field], message: { vi, en } };
}
