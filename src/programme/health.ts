import { registerEnumType } from 'type-graphql';
import { says } from '../platform/lib/says';

/** How an item or a target stands: derived from dates and approved progress, never typed in. */
export enum Health {
  OVERDUE = 'OVERDUE',
  AT_RISK = 'AT_RISK',
  ON_TRACK = 'ON_TRACK',
  COMPLETED = 'COMPLETED',
  NOT_DUE = 'NOT_DUE',
}

registerEnumType(Health, {
  name: 'Health',
  description: says(
    'Tình trạng tiến độ, do hệ thống tính từ ngày tháng và tiến độ đã được duyệt.',
    'How an item or a target stands, derived from dates and approved progress.',
  ),
  valuesConfig: {
    OVERDUE: { description: says('Quá hạn.', 'Past its deadline and not completed.') },
    AT_RISK: {
      description: says(
        'Có nguy cơ: chậm từ 10 điểm so với kế hoạch, hoặc lỡ một mốc.',
        'At risk: 10 points or more behind the plan, or a milestone missed.',
      ),
    },
    ON_TRACK: { description: says('Đúng tiến độ.', 'On track.') },
    COMPLETED: { description: says('Hoàn thành.', 'Completed.') },
    NOT_DUE: { description: says('Chưa đến kỳ.', 'Not yet due to start.') },
  },
});
