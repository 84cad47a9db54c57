import { says } from '../../platform/lib/says';
import { countedFact } from '../../platform/reader/model/declarations';
import { WorkItem } from '../../work/public';
import { statusHistorySql } from './status-history.sql';

/** How an item came to stand as it does: why, not only which colour. */
export const statusHistory = countedFact(
  {
    on: WorkItem,
    field: 'statusHistory',
    type: '[PeriodStatus!]!',
    description: says(
      'Tình trạng của đầu việc qua các kỳ gần nhất đã đến hạn hoặc đã có báo cáo được chấp nhận, kỳ cũ trước, kèm tiến độ và lý do.',
      'How it stood in its newest periods that were due or have an accepted report, the oldest first, with its progress and the reason.',
    ),
  },
  {
    argument: 'last',
    description: says('Bao nhiêu kỳ gần nhất, tối đa 40.', 'How many of its newest periods, at most 40.'),
    byDefault: 8,
    atMost: 40,
    sql: statusHistorySql,
  },
);
