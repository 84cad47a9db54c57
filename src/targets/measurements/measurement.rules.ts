import type { CalendarDate } from '../../platform/lib/calendar-date';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { boundsOfPeriod, type Period } from '../../platform/lib/period';
import { MeasurementState } from './measurement.state';

const { PROVISIONAL, ACCEPTED, RETURNED } = MeasurementState;

/** Where a measurement stands: what was corrected stays accepted in its time, and another has taken its place (rule R15). */
export type MeasurementStanding = MeasurementState | 'SUPERSEDED';

/** What can be done with a measurement that is there. */
export type MeasurementAction = 'accept' | 'correct' | 'return';

/** Where each action leads, by how the measurement stands; what is not here is not possible. */
export const TRANSITIONS: Readonly<
  Record<MeasurementAction, Partial<Record<MeasurementStanding, MeasurementStanding>>>
> = {
  accept: { PROVISIONAL: ACCEPTED },
  correct: { ACCEPTED: 'SUPERSEDED' },
  return: { PROVISIONAL: RETURNED },
};

/** How a measurement stands, as its columns say it. */
export interface StandingColumns {
  readonly state: MeasurementState;
  readonly supersededAt: Date | null;
}

/** How a measurement stands. */
export function standingOf({ state, supersededAt }: StandingColumns): MeasurementStanding {
  return supersededAt === null ? state : 'SUPERSEDED';
}

/** Whether a measurement that stands so allows an action. */
export function isPossible(action: MeasurementAction, measurement: StandingColumns): boolean {
  return TRANSITIONS[action][standingOf(measurement)] !== undefined;
}

/** What the columns of a measurement say after an action; refuses one that its standing does not allow. */
export function columnsAfter(action: MeasurementAction, measurement: StandingColumns, now: Date): StandingColumns {
  const standing = standingOf(measurement);
  const after = TRANSITIONS[action][standing];
  if (after === undefined) throw wrongStanding(action, standing);
  return after === 'SUPERSEDED' ? { state: ACCEPTED, supersededAt: now } : { state: after, supersededAt: null };
}

function wrongStanding(action: MeasurementAction, standing: MeasurementStanding): DomainError {
  const path = ['input', 'measurementId'];
  if (standing === RETURNED) {
    return refuse(
      'CONFLICT',
      path,
      'Số liệu này đã bị trả lại cho đơn vị. Hãy đợi đơn vị ghi số khác.',
      'The measurement was returned to its unit. Wait until the unit records another one.',
    );
  }
  if (standing === PROVISIONAL) {
    return refuse(
      'CONFLICT',
      path,
      'Số liệu chưa được chấp nhận nên chưa thể đính chính. Hãy trả lại đơn vị (returnMeasurement), hoặc ghi số liệu khác.',
      'The measurement is not accepted yet, so there is nothing to correct. Return it to its unit (returnMeasurement), or record another one.',
    );
  }
  if (action === 'correct') {
    return refuse(
      'CONFLICT',
      path,
      'Số liệu này đã được đính chính. Hãy đính chính số mới nhất.',
      'This measurement has been corrected already. Correct the newest one.',
    );
  }
  return refuse(
    'CONFLICT',
    path,
    'Số liệu đã được chấp nhận. Muốn thay, hãy đính chính.',
    'The measurement is accepted already. To replace it, correct it.',
  );
}

/** Refuses to accept or return a measurement of one's own, with whatever roles. */
export function assertOthers(
  { recordedById }: { readonly recordedById: string | null },
  accountId: string,
  action: 'accept' | 'return',
): void {
  if (recordedById !== accountId) return;
  const [vi, en] = action === 'accept' ? ['chấp nhận', 'accepts'] : ['trả lại', 'returns'];
  throw refuse(
    'FORBIDDEN',
    ['input', 'measurementId'],
    `Không được tự ${vi} số liệu của chính mình.`,
    `Nobody ${en} an own measurement.`,
  );
}

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
