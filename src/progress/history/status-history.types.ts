import { Field, Float, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { PeriodScalar } from '../../platform/lib/scalars';
import { Health } from '../../programme/public';

/** How an item stood at the end of one of its periods. */
@ObjectType({
  description: says(
    'Tình trạng của đầu việc vào cuối một kỳ, theo số liệu đã chấp nhận.',
    'How an item stood at the end of a period, by what was accepted.',
  ),
})
export class PeriodStatus {
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time was reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Field(() => Health, {
    description: says(
      'Tình trạng vào ngày cuối kỳ (hôm nay, nếu kỳ chưa hết), theo cùng quy tắc với `health`: tiến độ đã chấp nhận đến kỳ đó so với kế hoạch, mốc và hạn; kỳ không có báo cáo được chấp nhận thì tính theo kỳ trước.',
      'Health on the last day of the period (today while it runs), by the rule of `health`: progress accepted up to it against plan, milestones and deadline; a period without an accepted report goes by the one before.',
    ),
  })
  health!: Health;

  @Field(() => Float, {
    nullable: true,
    description: says(
      'Tiến độ theo báo cáo đã chấp nhận của kỳ, phần trăm, 0-100; trống nếu kỳ không có báo cáo nào được chấp nhận.',
      'What the accepted report of the period says, in percent, 0-100; empty where none was accepted.',
    ),
  })
  percentComplete!: number | null;

  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao, bằng lời của báo cáo đã chấp nhận: lý do tự đánh giá khác, nếu không thì khó khăn, nếu không thì lý do giảm, lý do nộp chậm.',
      'Why, in the words of the accepted report: why the unit sees it otherwise, else what stood in the way, else why it fell back or came late.',
    ),
  })
  reason!: string | null;
}
