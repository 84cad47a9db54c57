import type { CalendarDate } from '../platform/lib/clock';
import { refuse } from '../platform/lib/domain-error';
import { boundsOfPeriod, type Period } from '../platform/lib/period';

/** The first year that is measured: no baseline of the city's programmes is older. */
const FIRST_YEAR = 1990;

/** Above this a double no longer keeps two decimals: what is measured is written in a greater unit. */
export const GREATEST_VALUE = 1e15;

/** Refuses a period that is long over, or has not begun. */
export function assertMeasurablePeriod(period: Period, today: CalendarDate): void {
  const path = ['input', 'period'];
  const { from } = boundsOfPeriod(period);
  if (from > today) {
    throw refuse(
      'INVALID',
      path,
      `Kỳ ${period} chưa bắt đầu. Hãy chọn kỳ đã bắt đầu.`,
      `The period ${period} has not begun. Choose one that has.`,
    );
  }
  if (Number(period.slice(0, 4)) >= FIRST_YEAR) return;
  throw refuse(
    'INVALID',
    path,
    `Kỳ ${period} trước năm ${FIRST_YEAR}. Hãy kiểm tra lại năm.`,
    `The period ${period} is before ${FIRST_YEAR}. Check the year.`,
  );
}

/** Refuses a value that nothing is measured by. */
export function assertMeasurableValue(value: number): void {
  if (Math.abs(value) <= GREATEST_VALUE) return;
  throw refuse(
    'INVALID',
    ['input', 'value'],
    'Giá trị quá lớn. Hãy nhập theo đơn vị tính của chỉ số.',
    'The value is too large. Enter it in the indicator’s unit of measure.',
  );
}
