import { ValidateNested } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsPercent, IsShortList, IsName, IsText } from '../../platform/commands/input-rules';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { Health } from '../../programme/public';

const ITEM = says('Mã định danh (id) của đầu việc.', 'Id of the work item.');

/** Input of `describeWorkItem`: what is not given stays as it is. */
@InputType({
  description: says(
    'Nội dung của một đầu việc; bỏ trống là giữ nguyên.',
    'What an item is about; what is not given stays.',
  ),
})
export class DescribeWorkItemInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Điều đầu việc phải đạt, cụ thể và kiểm tra được; bỏ trống là giữ nguyên.',
      'What the item is to reach, so that it can be checked; left out, it stays.',
    ),
  })
  concreteObjective?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Văn bản, công trình hoặc kết quả mà đầu việc làm ra; bỏ trống là giữ nguyên.',
      'The paper, building or result that comes of the item; left out, it stays.',
    ),
  })
  product?: string | null;

  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says(
      'Cấp cao nhất phải phê duyệt sản phẩm, từ đó suy ra trình tự phê duyệt; bỏ trống là giữ nguyên.',
      'The highest authority that has to approve the product; the route follows from it. Left out, it stays.',
    ),
  })
  approvalLevel?: ApprovalLevel | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày bắt đầu thực hiện, không sau hạn; bỏ trống là giữ nguyên.',
      'First day of the work, not after the due date; left out, it stays.',
    ),
  })
  startsOn?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối phải hoàn thành; bỏ trống là giữ nguyên.',
      'Last day on time; left out, the present one stays.',
    ),
  })
  dueOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** One milestone as it is planned. */
@InputType({
  description: says(
    'Một mốc: bước thực hiện, hạn và tiến độ kế hoạch khi đạt.',
    'A step of the work with its date and the percentage planned by then.',
  ),
})
export class MilestoneInput {
  @IsName({ max: 500, required: true })
  @Field(() => String, {
    description: says(
      'Việc phải xong ở mốc này, bằng tiếng Việt, tối đa 500 ký tự.',
      'What is done when it is reached, in Vietnamese, at most 500 characters.',
    ),
  })
  title!: string;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says('Tên tiếng Anh; trống thì dùng tên tiếng Việt.', 'English title; by default the Vietnamese.'),
  })
  titleEn?: string | null;

  @Field(() => DateScalar, {
    description: says(
      'Ngày phải đạt mốc; qua ngày này mà chưa đạt thì đầu việc có nguy cơ.',
      'Last day to reach it; missed, it puts the item at risk.',
    ),
  })
  dueOn!: string;

  @IsPercent()
  @Field(() => Float, {
    description: says('Tiến độ dự kiến khi đạt mốc, 0-100.', 'Percent that the plan expects then, 0-100.'),
  })
  plannedPercent!: number;
}

/** Input of `addMilestones`. */
@InputType({
  description: says(
    'Các mốc thêm vào đầu việc, sau những mốc đã có.',
    'Which steps are added to which work item, after those that it has.',
  ),
})
export class AddMilestonesInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IsShortList(50, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [MilestoneInput], {
    description: says('Từ 1 đến 50 mốc, nêu theo thứ tự thực hiện.', '1 to 50 steps, in the order of the work.'),
  })
  milestones!: MilestoneInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `verifyWorkItem`. */
@InputType({
  description: says(
    'Tình trạng mà cuộc kiểm tra ghi nhận ở một đầu việc, kèm căn cứ.',
    'How an inspection found an item to stand, and on which paper that rests.',
  ),
})
export class VerifyWorkItemInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @Field(() => Health, {
    description: says(
      'Tình trạng đoàn kiểm tra kết luận, đứng cạnh tình trạng hệ thống tính.',
      'What the inspection concludes; it stands beside the computed one and changes no progress.',
    ),
  })
  health!: Health;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Kết luận kiểm tra và văn bản làm căn cứ, tối đa 2.000 ký tự.',
      'What was seen, and the paper that says so, at most 2,000 characters.',
    ),
  })
  finding!: string;
}

/** Input of `removeMilestone`. */
@InputType({
  description: says('Mốc bỏ khỏi đầu việc khi kế hoạch còn dự thảo.', 'A milestone to take off an item of a draft.'),
})
export class RemoveMilestoneInput {
  @IdField(says('Mã định danh (id) của mốc.', 'Id of the milestone.'))
  milestoneId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Vì sao bỏ; ghi vào nhật ký, tối đa 1.000 ký tự.', 'Why, for the log; at most 1,000 characters.'),
  })
  reason!: string;
}
