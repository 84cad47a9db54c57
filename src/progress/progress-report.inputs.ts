import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/graphql/input-fields';
import { IsPercent, IsPeriodText, IsShortList, IsText } from '../platform/graphql/input-rules';
import { PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Health } from '../programme/public';

/** Input of `submitProgressReport`. */
@InputType({ description: says('Báo cáo tiến độ của một đầu việc trong một kỳ.', 'A report on an item for a period.') })
export class SubmitProgressReportInput {
  @IdField(says('Mã đầu việc.', 'Id of the work item.'))
  workItemId!: string;

  @IsPeriodText()
  @Field(() => PeriodScalar, { description: says('Kỳ báo cáo.', 'Period.') })
  period!: string;

  @IsPercent()
  @Field(() => Float, { description: says('Tiến độ, 0-100.', 'Percent complete, 0-100.') })
  percentComplete!: number;

  @IsText({ max: 4_000, required: true })
  @Field(() => String, {
    description: says('Kết quả nổi bật, tối đa 4.000 ký tự.', 'What was done, at most 4,000 characters.'),
  })
  summary!: string;

  @IsText({ max: 4_000 })
  @Field(() => String, { nullable: true, description: says('Khó khăn, vướng mắc.', 'Difficulties.') })
  difficulties?: string | null;

  @IsText({ max: 4_000 })
  @Field(() => String, { nullable: true, description: says('Kiến nghị, đề xuất.', 'Proposals.') })
  proposals?: string | null;

  @IsShortList(100)
  @Field(() => [ID], { nullable: true, description: says('Các mốc đã đạt trong kỳ.', 'Milestones reached.') })
  milestoneIds?: string[] | null;

  @Field(() => Health, {
    nullable: true,
    description: says(
      'Tình trạng tự đánh giá, nếu khác kết quả hệ thống tính.',
      'Own assessment, where it differs from the computed health.',
    ),
  })
  claimedHealth?: Health | null;

  @IsText({ max: 1_000 })
  @Field(() => String, { nullable: true, description: says('Lý do tự đánh giá khác.', 'Why it differs.') })
  healthReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, { nullable: true, description: says('Lý do tiến độ giảm.', 'Why the percentage fell.') })
  decreaseReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, { nullable: true, description: says('Lý do nộp chậm.', 'Why it is late.') })
  latenessReason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: says(
      'Phiên bản báo cáo mới nhất mà bạn đã thấy của đầu việc và kỳ này (0: chưa có báo cáo nào).',
      'Version of the newest report of this item and period that you saw (0: there was none).',
    ),
  })
  expectedVersion?: number | null;
}

/** Input of `approveProgressReport`. */
@InputType({ description: says('Duyệt một báo cáo.', 'Approval of a report.') })
export class ApproveProgressReportInput {
  @IdField(says('Mã báo cáo.', 'Id of the report.'))
  progressReportId!: string;

  @Field(() => Int, { nullable: true, description: says('Phiên bản bạn đã xem.', 'The version that you saw.') })
  expectedVersion?: number | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Ghi chú.', 'Note.') })
  note?: string | null;
}

/** Input of `returnProgressReport`. */
@InputType({ description: says('Trả lại một báo cáo.', 'Return of a report.') })
export class ReturnProgressReportInput {
  @IdField(says('Mã báo cáo.', 'Id of the report.'))
  progressReportId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Lý do trả lại.', 'Why it is returned.') })
  reason!: string;

  @Field(() => Int, { nullable: true, description: says('Phiên bản bạn đã xem.', 'The version that you saw.') })
  expectedVersion?: number | null;
}

/** Input of `withdrawProgressReport`. */
@InputType({ description: says('Thu hồi một báo cáo.', 'Withdrawal of a report.') })
export class WithdrawProgressReportInput {
  @IdField(says('Mã báo cáo.', 'Id of the report.'))
  progressReportId!: string;

  @Field(() => Int, { nullable: true, description: says('Phiên bản bạn đã xem.', 'The version that you saw.') })
  expectedVersion?: number | null;
}
