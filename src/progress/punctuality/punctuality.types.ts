import { Field, Float, Int, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { PeriodScalar } from '../../platform/lib/scalars';

/** Whether a unit was on time in one period. */
@ObjectType({
  description: says(
    'Một kỳ đến hạn của đơn vị: mọi báo cáo phải nộp trong kỳ có đúng hạn không.',
    'One due period of a unit: whether all reports that it owed came on time.',
  ),
})
export class PunctualPeriod {
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time was reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Field(() => Boolean, {
    description: says(
      'Mọi báo cáo đơn vị phải nộp trong kỳ đều đúng hạn.',
      'Whether every report that the unit owed for it came on time.',
    ),
  })
  isOnTime!: boolean;
}

/** How a unit keeps its due dates. */
@ObjectType({
  description: says(
    'Tỷ lệ báo cáo đúng hạn của đơn vị qua các kỳ đến hạn gần nhất. Tính theo lúc máy chủ nhận; báo cáo đúng hạn bị trả lại vẫn đúng hạn nếu nộp lại trong 2 ngày làm việc; hạn rơi vào ngày hệ thống gián đoạn được lùi sang ngày làm việc kế tiếp.',
    'How many of the reports that a unit owed came on time, over its newest due periods. It goes by when the server received them; one that was on time and was returned stays so if it comes again within 2 working days; what was due on a day of an outage was due on the next working day.',
  ),
})
export class Punctuality {
  @Field(() => Int, {
    description: says(
      'Số báo cáo đã đến hạn: mỗi đầu việc mỗi kỳ một báo cáo, của đơn vị nắm giữ đầu việc vào ngày đến hạn.',
      'Reports that were due: one for each item and cycle, of the unit that held the item on the due date.',
    ),
  })
  due!: number;

  @Field(() => Int, {
    description: says(
      'Trong đó nộp đúng hạn, và không bị trả lại hay thu hồi.',
      'Of those, how many came on time and were neither returned nor taken back.',
    ),
  })
  onTime!: number;

  @Field(() => Float, {
    nullable: true,
    description: says(
      'Tỷ lệ đúng hạn, phần trăm 0-100, một chữ số thập phân; trống nếu chưa có kỳ nào đến hạn.',
      'Share on time in percent, 0-100, to one decimal; empty while nothing was due.',
    ),
  })
  rate!: number | null;

  @Field(() => Int, {
    description: says(
      'Số kỳ gần nhất liên tiếp đúng hạn, trong các kỳ được hỏi.',
      'How many of the newest periods in a row were on time, of those that are asked for.',
    ),
  })
  streak!: number;

  @Field(() => [PunctualPeriod], {
    description: says('Từng kỳ đến hạn, kỳ cũ trước.', 'Each due period, the oldest first.'),
  })
  periods!: PunctualPeriod[];
}
