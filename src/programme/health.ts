import { says } from '../platform/lib/says';
import { declareEnum } from '../platform/reader/model/declare-enum';

/** How an item or a target stands: derived from dates and approved progress, never typed in. */
export enum Health {
  OVERDUE = 'OVERDUE',
  AT_RISK = 'AT_RISK',
  ON_TRACK = 'ON_TRACK',
  COMPLETED = 'COMPLETED',
  NOT_DUE = 'NOT_DUE',
}

declareEnum(Health, {
  name: 'Health',
  description: says(
    'Tình trạng tiến độ, do hệ thống tính từ ngày tháng và tiến độ đã được duyệt.',
    'How an item or a target stands, derived from dates and approved progress.',
  ),
  values: {
    OVERDUE: { word: { vi: 'Quá hạn', en: 'Past its deadline and not completed' } },
    AT_RISK: {
      word: { vi: 'Có nguy cơ', en: 'At risk' },
      explained: {
        vi: 'chậm từ 10 điểm so với kế hoạch, hoặc lỡ một mốc.',
        en: '10 points or more behind the plan, or a milestone missed.',
      },
    },
    ON_TRACK: { word: { vi: 'Đúng tiến độ', en: 'On track' } },
    COMPLETED: { word: { vi: 'Hoàn thành', en: 'Completed' } },
    NOT_DUE: { word: { vi: 'Chưa đến kỳ', en: 'Not yet due to start' } },
  },
});
