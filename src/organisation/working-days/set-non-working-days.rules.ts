import { addDays, type CalendarDate } from '../../platform/lib/calendar-date';
import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { isBlank } from '../../platform/lib/text-forms';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
import { NonWorkingDayKind } from './non-working-day.state';
import { type CountedDay, isWeekday, LONGEST_REST, WorkingDays } from './working-days.rules';

/** What is said of a date. */
export interface SetDay {
  readonly date: CalendarDate;
  readonly kind?: NonWorkingDayKind | null;
  readonly name?: string | null;
  readonly nameEn?: string | null;
  readonly legalGround?: string | null;
  readonly isDecided: boolean;
}

const [FIRST_YEAR, LAST_YEAR] = [2015, 2100];

/** Refuses days that cannot be meant, each point by its path, all at once: a date named twice, of a far year, without names or ground, a worked day that is no weekend. */
export function assertMeant(days: readonly SetDay[]): void {
  const refusals = days.flatMap((day, index) => {
    const isTwice = days.findIndex(({ date }) => date === day.date) < index;
    return [...(isTwice ? [twice(day, index)] : []), ...refusalsOf(day, index)];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}

function refusalsOf({ date, kind, name, nameEn, legalGround }: SetDay, index: number): Refusal[] {
  const at = (field: string, vi: string, en: string): Refusal => ({
    code: 'INVALID',
    path: ['input', 'days', String(index), field],
    message: { vi, en },
  });
  const year = Number(date.slice(0, 4));
  const refusals: Refusal[] = [];
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    refusals.push(
      at(
        'date',
        `Ngày ${vietnameseDate(date)} ngoài khoảng ${FIRST_YEAR}-${LAST_YEAR}. Hãy kiểm tra lại năm.`,
        `${date} is outside the years ${FIRST_YEAR} to ${LAST_YEAR}. Check the year.`,
      ),
    );
  }
  if (kind == null) return refusals;
  if (kind === NonWorkingDayKind.SWAPPED_WORKDAY && isWeekday(date)) {
    refusals.push(
      at(
        'kind',
        `Ngày ${vietnameseDate(date)} vốn đã là ngày làm việc. Ngày làm bù phải là thứ Bảy hoặc Chủ nhật.`,
        `${date} is worked anyway. A worked weekend day is a Saturday or a Sunday.`,
      ),
    );
  }
  if (kind === NonWorkingDayKind.SUBSTITUTE && !isWeekday(date)) {
    refusals.push(
      at(
        'kind',
        `Ngày ${vietnameseDate(date)} là cuối tuần, vốn đã nghỉ. Hãy chọn ngày nghỉ bù từ thứ Hai đến thứ Sáu.`,
        `${date} is of a weekend and not worked anyway. A day in lieu is one of Monday to Friday.`,
      ),
    );
  }
  if (isBlank(name)) refusals.push(at('name', 'Hãy nhập tên ngày bằng tiếng Việt.', 'Enter its Vietnamese name.'));
  if (isBlank(nameEn)) refusals.push(at('nameEn', 'Hãy nhập tên ngày bằng tiếng Anh.', 'Enter its English name.'));
  if (isBlank(legalGround)) {
    refusals.push(
      at(
        'legalGround',
        'Hãy nêu căn cứ pháp lý: điều luật, thông báo hoặc công văn.',
        'State the article, notice or decision that it rests on.',
      ),
    );
  }
  return refusals;
}

function twice({ date }: SetDay, index: number): Refusal {
  return {
    code: 'INVALID',
    path: ['input', 'days', String(index), 'date'],
    message: {
      vi: `Ngày ${vietnameseDate(date)} được nêu hai lần. Hãy giữ một lần.`,
      en: `${date} is named twice. Keep it once.`,
    },
  };
}

/** Refuses days by which nobody would work for longer than any holiday lasts: that is a mistake, and deadlines would move with it. */
export function assertFits(there: readonly CountedDay[], days: readonly SetDay[]): void {
  const named = new Set(days.map(({ date }) => date));
  const set = days.flatMap((day) => (day.kind == null ? [] : [{ ...day, kind: day.kind }]));
  const after = new WorkingDays([...there.filter(({ date }) => !named.has(date)), ...set]);
  const refusals = days.flatMap(({ date }, index): Refusal[] => {
    const rest = restAround(after, date);
    if (rest <= LONGEST_REST) return [];
    return [
      {
        code: 'INVALID',
        path: ['input', 'days', String(index), 'date'],
        message: {
          vi: `Quanh ngày ${vietnameseDate(date)} sẽ có hơn ${LONGEST_REST} ngày liền không làm việc. Hãy kiểm tra lại danh sách.`,
          en: `There would be more than ${LONGEST_REST} days in a row without work around ${date}. Check the list.`,
        },
      },
    ];
  });
  if (refusals.length > 0) throw new DomainError(refusals);
}

/** Length of the rest that a date lies in, as far as it matters. */
function restAround(days: WorkingDays, date: CalendarDate): number {
  if (days.isWorked(date)) return 0;
  const reach = (step: number): number => {
    let length = 0;
    for (let day = addDays(date, step); !days.isWorked(day) && length <= LONGEST_REST; day = addDays(day, step)) {
      length += 1;
    }
    return length;
  };
  return reach(-1) + 1 + reach(1);
}
