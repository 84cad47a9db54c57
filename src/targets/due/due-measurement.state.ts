import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';

/** How a measurement that is due stands. */
export enum DueMeasurementState {
  DUE = 'DUE',
  OVERDUE = 'OVERDUE',
  PROVISIONAL = 'PROVISIONAL',
  RETURNED = 'RETURNED',
}

declareEnum(DueMeasurementState, {
  name: 'DueMeasurementState',
  description: says(
    'Số liệu phải có của một kỳ đang ở đâu; có số liệu được chấp nhận thì không còn trong danh sách.',
    'Where the measurement of a period stands; once one is accepted it is due no more.',
  ),
  values: {
    DUE: { word: { vi: 'Kỳ đã hết, chưa quá hạn cung cấp', en: 'The period is over; it may still come on time' } },
    OVERDUE: { word: { vi: 'Quá hạn cung cấp mà chưa có', en: 'The due date has passed and nothing came' } },
    PROVISIONAL: {
      word: { vi: 'Đơn vị đã cung cấp, chờ chấp nhận', en: 'A unit gave one, which waits for the secretariat' },
    },
    RETURNED: {
      word: { vi: 'Đã bị trả lại, chờ số khác', en: 'What a unit gave was sent back; another one is awaited' },
    },
  },
});
