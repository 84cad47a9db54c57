import { Field, Float, InputType, Int } from 'type-graphql';
import { IdempotencyKeyField, IdField, IdsField } from '../../platform/commands/input-fields';
import { IsPercent, IsPeriodText, IsText } from '../../platform/commands/input-rules';
import { PeriodScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Health } from '../../programme/public';

const EXPECTED_VERSION = says(
  'Phiên bản bản nháp mà bạn đã thấy (0: chưa có bản nháp nào); bản nháp đã được lưu từ đó thì bị từ chối. Bỏ trống là không kiểm tra.',
  'Version of the draft that you saw (0: there was none); refused if it was saved since. Left out, nothing is compared.',
);

/** Input of `saveProgressReportDraft`. */
@InputType({
  description: says(
    'Toàn bộ bản nháp báo cáo như đang soạn: những gì không nêu thì để trống trong bản nháp.',
    'The whole draft of a report as it is written so far: what is left out is empty in it.',
  ),
})
export class SaveProgressReportDraftInput {
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

  @IsPercent({ required: false })
  @Field(() => Float, {
    nullable: true,
    description: says(
      'Tiến độ cộng dồn đến hết kỳ, phần trăm từ 0 đến 100; có thể chưa nhập.',
      'How much of the whole work is done by the end of the period, 0 to 100; may be left out.',
    ),
  })
  percentComplete?: number | null;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Kết quả nổi bật, tối đa 4.000 ký tự.', 'What was done, at most 4,000 characters.'),
  })
  summary?: string | null;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Khó khăn, vướng mắc gặp trong kỳ, tối đa 4.000 ký tự.',
      'What stood in the way, at most 4,000 characters.',
    ),
  })
  difficulties?: string | null;

  @IsText({ max: 4_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Kiến nghị, đề xuất với Ban Chỉ đạo, tối đa 4.000 ký tự.',
      'What the unit asks of the steering committee, at most 4,000 characters.',
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
      'Vì sao tự đánh giá khác kết quả hệ thống tính; chưa cần khi lưu nháp.',
      'Why the unit’s view is not the computed one; not needed yet in a draft.',
    ),
  })
  healthReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao tiến độ thấp hơn lần đã chấp nhận; chưa cần khi lưu nháp.',
      'Why less is done than was accepted before; not needed yet in a draft.',
    ),
  })
  decreaseReason?: string | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao nộp sau hạn của kỳ; chưa cần khi lưu nháp.',
      'Why it comes after the due date; not needed yet in a draft.',
    ),
  })
  latenessReason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;

  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  expectedVersion?: number | null;
}

/** Input of `discardProgressReportDraft`. */
@InputType({
  description: says('Bản nháp báo cáo cần bỏ.', 'Which draft of a report is discarded.'),
})
export class DiscardProgressReportDraftInput {
  @IdField(says('Mã định danh (id) của bản nháp.', 'Id of the draft.'))
  progressReportDraftId!: string;

  @Field(() => Int, { nullable: true, description: EXPECTED_VERSION })
  expectedVersion?: number | null;
}
