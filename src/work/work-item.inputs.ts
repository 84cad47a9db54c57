import { ValidateNested } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { ApprovalLevel } from '../documents/public';
import { IdempotencyKeyField, IdField } from '../platform/graphql/input-fields';
import { IsPercent, IsShortList, IsName, IsText } from '../platform/graphql/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Health } from '../programme/public';

const ITEM = says('Mã đầu việc.', 'Id of the work item.');

/** Input of `describeWorkItem`: what is not given stays as it is. */
@InputType({
  description: says(
    'Nội dung của một đầu việc; bỏ trống là giữ nguyên.',
    'What an item is about; what is not given stays.',
  ),
})
export class DescribeWorkItemInput {
  @IdField(ITEM)
  workItemId!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Mục tiêu cụ thể.', 'Concrete objective.') })
  concreteObjective?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Sản phẩm.', 'What comes of it.') })
  product?: string | null;

  @Field(() => ApprovalLevel, { nullable: true, description: says('Cấp phê duyệt.', 'How high it has to go.') })
  approvalLevel?: ApprovalLevel | null;

  @Field(() => DateScalar, { nullable: true, description: says('Ngày bắt đầu.', 'First day.') })
  startsOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: says('Hạn hoàn thành.', 'Due date.') })
  dueOn?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** One milestone as it is planned. */
@InputType({ description: says('Một mốc thực hiện.', 'One milestone.') })
export class MilestoneInput {
  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Tên mốc.', 'Title.') })
  title!: string;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says('Tên tiếng Anh; trống thì dùng tên tiếng Việt.', 'English title; by default the Vietnamese.'),
  })
  titleEn?: string | null;

  @Field(() => DateScalar, { description: says('Hạn của mốc.', 'Due date.') })
  dueOn!: string;

  @IsPercent()
  @Field(() => Float, {
    description: says('Tiến độ dự kiến khi đạt mốc, 0-100.', 'Percent that the plan expects then, 0-100.'),
  })
  plannedPercent!: number;
}

/** Input of `addMilestones`. */
@InputType({ description: says('Các mốc của một đầu việc.', 'Milestones for an item.') })
export class AddMilestonesInput {
  @IdField(ITEM)
  workItemId!: string;

  @IsShortList(50, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [MilestoneInput], { description: says('Các mốc.', 'The milestones.') })
  milestones!: MilestoneInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `verifyWorkItem`. */
@InputType({ description: says('Kết quả kiểm tra một đầu việc.', 'What an inspection found of an item.') })
export class VerifyWorkItemInput {
  @IdField(ITEM)
  workItemId!: string;

  @Field(() => Health, { description: says('Tình trạng theo kiểm tra.', 'Health as it was found.') })
  health!: Health;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Kết luận, căn cứ.', 'What was found, and on which paper.') })
  finding!: string;
}
