import { ValidateNested } from 'class-validator';
import { Field, Float, InputType, Int } from 'type-graphql';
import { IdempotencyKeyField, IdField, IdsField } from '../../platform/commands/input-fields';
import { IsPercent, IsPeriodText, IsShortList, IsText } from '../../platform/commands/input-rules';
import { PeriodScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Health } from '../../programme/public';
import { ReportedObstacleInput } from '../obstacles/obstacle.inputs';

/** Input of `submitProgressReport`. */
@InputType({
  description: says(
    'Nội dung một báo cáo tiến độ: đầu việc, kỳ, tiến độ và lời báo cáo.',
    'What a unit says of an item for a period: how far it is, what was done, what stands in the way.',
  ),
})
export class SubmitProgressReportInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IsPeriodText()
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ đang nhận báo cáo (xem `openCycles` của đầu việc), ví dụ `2021-Q3`.',
      'One that takes reports now (see `openCycles` of the item), for instance `2021-Q3`.',
    ),
  })
  period!: string;

  @IsPercent()
  @Field(() => Float, {
    description: says(
      'Tiến độ cộng dồn đến hết kỳ, phần trăm từ 0 đến 100; giảm so với lần trước thì nêu `decreaseReason`.',
      'How much of the whole work is done by the end of the period, 0 to 100; if it fell, say `decreaseReason`.',
    ),
  })
  percentComplete!: number;

  @IsText({ max: 4_000, required: true })
  @Field(() => String, {
    description: says('Kết quả nổi bật, tối đa 4.000 ký tự.', 'What was done, at most 4,000 characters.'),
  })
  summary!: string;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Khó khăn, vướng mắc gặp trong kỳ, tối đa 4.000 ký tự; có thể bỏ trống.',
      'What stood in the way, at most 4,000 characters; may be left out.',
    ),
  })
  difficulties?: string | null;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kiến nghị, đề xuất với Ban Chỉ đạo, tối đa 4.000 ký tự; có thể bỏ trống.',
      'What the unit asks of the steering committee, at most 4,000 characters; may be left out.',
    ),
  })
  proposals?: string | null;

  @IdsField(
    says(
      'Mã định danh (id) của các mốc đã đạt trong kỳ, đều của đầu việc này.',
      'Ids of the steps of this item that were reached in the period.',
    ),
    { max: 100, nullable: true },
  )
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
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao tự đánh giá khác kết quả hệ thống tính; cần khi nêu `claimedHealth` khác.',
      'Why the unit’s view is not the computed one; needed with such a `claimedHealth`.',
    ),
  })
  healthReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao tiến độ thấp hơn lần đã chấp nhận; bắt buộc khi giảm.',
      'Why less is done than was accepted before; needed when it is.',
    ),
  })
  decreaseReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao nộp sau hạn của kỳ; bắt buộc khi chậm (quy tắc R13).',
      'Why it comes after the due date; needed when it does (rule R13).',
    ),
  })
  latenessReason?: string | null;

  @IsShortList(10)
  @ValidateNested({ each: true })
  @Field(() => [ReportedObstacleInput], {
    nullable: true,
    description: says(
      'Khó khăn, vướng mắc của đầu việc cần cấp trên xử lý, tối đa 10, được nêu cùng lúc với báo cáo như raiseObstacle. Là sự việc riêng: báo cáo bị thu hồi hay trả lại thì vướng mắc vẫn còn.',
      'What stands in the way of the item and has to be dealt with, at most 10, raised with the report as raiseObstacle does. Facts of their own: they stay when the report is taken back or returned.',
    ),
  })
  obstacles?: ReportedObstacleInput[] | null;

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
@InputType({
  description: says(
    'Báo cáo cần duyệt ở bước đang chờ người gọi, kèm ghi chú nếu có.',
    'Which report the caller agrees to at the step that waits for them, with a note if wished.',
  ),
})
export class ApproveProgressReportInput {
  @IdField(says('Mã định danh (id) của báo cáo.', 'Id of the report.'), { found: 'progressReport', by: 'receiptCode' })
  progressReportId!: string;

  @Field(() => Int, {
    nullable: true,
    description: says(
      'Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.',
      'The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.',
    ),
  })
  expectedVersion?: number | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lời người duyệt nhắn đơn vị, hiện cạnh báo cáo; có thể bỏ trống.',
      'What the reviewer tells the unit, shown beside the report; may be left out.',
    ),
  })
  note?: string | null;
}

/** Input of `returnProgressReport`. */
@InputType({
  description: says(
    'Báo cáo cần trả lại cho đơn vị, và lý do.',
    'Which report goes back to its unit, and for what reason.',
  ),
})
export class ReturnProgressReportInput {
  @IdField(says('Mã định danh (id) của báo cáo.', 'Id of the report.'), { found: 'progressReport', by: 'receiptCode' })
  progressReportId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Đơn vị phải sửa điều gì, tối đa 2.000 ký tự; hiện cho người nộp.',
      'What the unit is to mend, at most 2,000 characters; shown to its reporter.',
    ),
  })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: says(
      'Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.',
      'The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.',
    ),
  })
  expectedVersion?: number | null;
}

/** Input of `withdrawProgressReport`. */
@InputType({
  description: says(
    'Báo cáo của chính mình cần thu hồi, khi chưa ai duyệt.',
    'Which own report is taken back, as long as nobody has judged it.',
  ),
})
export class WithdrawProgressReportInput {
  @IdField(says('Mã định danh (id) của báo cáo.', 'Id of the report.'), { found: 'progressReport', by: 'receiptCode' })
  progressReportId!: string;

  @Field(() => Int, {
    nullable: true,
    description: says(
      'Trường `version` của báo cáo lúc bạn xem; báo cáo đã đổi từ đó thì bị từ chối. Bỏ trống là không kiểm tra.',
      'The `version` that was on screen; refused if the report has changed since. Left out, nothing is compared.',
    ),
  })
  expectedVersion?: number | null;
}
