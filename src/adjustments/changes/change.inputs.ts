import { IsOptional, ValidateNested } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { ApprovalLevel } from '../../documents/public';
import { IdField } from '../../platform/commands/input-fields';
import { IsName, IsPercent, IsShortList, IsText } from '../../platform/commands/input-rules';
import { OneOf } from '../../platform/commands/one-of';
import { says } from '../../platform/lib/says';
import { BigIntScalar, DateScalar } from '../../platform/lib/scalars';
import { TrajectoryPointInput } from '../../targets/public';
import { AppendixRowInput, Currency, ResourceKind } from '../../work/public';

const ITEM = says('Mã định danh (id) của đầu việc.', 'Id of the work item.');

/** New values of an item that stands. */
@InputType({
  description: says(
    'Giá trị mới của một đầu việc; trường không nêu thì giữ nguyên.',
    'New values of an item in force; what is left out stays as it is.',
  ),
})
export class ItemChangeInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @Field(() => DateScalar, { nullable: true, description: says('Hạn mới.', 'New last day on time.') })
  dueOn?: string | null;

  @Field(() => DateScalar, { nullable: true, description: says('Ngày bắt đầu mới.', 'New first day of the work.') })
  startsOn?: string | null;

  @IdField(says('Mã định danh (id) của đơn vị chủ trì mới.', 'Id of the new lead unit.'), {
    nullable: true,
    found: 'unit',
  })
  leadUnitId?: string | null;

  @IsName({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Tên mới.', 'New Vietnamese name, at most 1,000 characters.'),
  })
  title?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Sản phẩm mới.', 'What is to come of it now.') })
  product?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Mục tiêu cụ thể mới.', 'What it is to reach now.') })
  concreteObjective?: string | null;

  @IdField(
    says(
      'Mã định danh (id) của người chịu trách nhiệm mới, thuộc đơn vị chủ trì.',
      'Id of the person of the lead unit who is to answer for it.',
    ),
    { nullable: true },
  )
  responsiblePersonId?: string | null;

  @Field(() => ApprovalLevel, { nullable: true, description: says('Cấp phê duyệt mới.', 'How high it has to go now.') })
  approvalLevel?: ApprovalLevel | null;
}

/** A row that is to stand on a list of an issued plan. */
@InputType({
  description: says(
    'Một dòng thêm vào phụ lục của kế hoạch đã ban hành.',
    'A row more on the list of an issued plan, as `addAppendixRows` takes it.',
  ),
})
export class AddItemChangeInput extends AppendixRowInput {
  @IdField(says('Mã định danh (id) của phụ lục.', 'Id of the appendix.'), { found: 'appendix' })
  appendixId!: string;
}

/** An item that is not gone on with. */
@InputType({ description: says('Đầu việc dừng thực hiện.', 'Which item is stopped; its history stays.') })
export class StopItemChangeInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;
}

/** What an item is done with, new or changed. */
@InputType({
  description: says(
    'Nguồn lực mới hoặc thay đổi của một đầu việc; với nguồn lực đã có, trường không nêu thì giữ nguyên.',
    'What an item is done with: a new one, or other values of one that stands, where what is left out stays.',
  ),
})
export class ResourceChangeInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(
    says('Mã định danh (id) của nguồn lực; trống để thêm mới.', 'Id of the resource; left out, it is a new one.'),
    { nullable: true },
  )
  resourceId?: string | null;

  @Field(() => ResourceKind, {
    nullable: true,
    description: says('Loại; cần có khi thêm mới.', 'Its sort; needed for a new one.'),
  })
  kind?: ResourceKind | null;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says('Mô tả; cần có nếu không phải kinh phí.', 'What it is; needed for all but funds.'),
  })
  description?: string | null;

  @Field(() => BigIntScalar, {
    nullable: true,
    description: says('Số tiền nguyên, lớn hơn 0.', 'A whole number above 0; for funds only.'),
  })
  amount?: string | null;

  @Field(() => Currency, {
    nullable: true,
    description: says('Loại tiền của số tiền.', 'In which money the amount is stated; needed with it.'),
  })
  currency?: Currency | null;

  @IsText({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lấy từ đâu: ngân sách Thành phố, xã hội hóa.',
      'Who provides it: the city’s budget, private means.',
    ),
  })
  source?: string | null;
}

/** A step of an item, new or moved. */
@InputType({
  description: says(
    'Mốc mới hoặc thay đổi của một đầu việc; với mốc đã có, trường không nêu thì giữ nguyên.',
    'A step of an item: a new one, or other values of one that stands, where what is left out stays.',
  ),
})
export class MilestoneChangeInput {
  @IdField(ITEM, { found: 'workItem' })
  workItemId!: string;

  @IdField(says('Mã định danh (id) của mốc; trống để thêm mới.', 'Id of the milestone; left out, it is a new one.'), {
    nullable: true,
  })
  milestoneId?: string | null;

  @IsName({ max: 500 })
  @Field(() => String, {
    nullable: true,
    description: says('Việc phải xong; cần có khi thêm mới.', 'What is done by then; needed for a new one.'),
  })
  title?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Hạn của mốc; cần có khi thêm mới.', 'Last day to reach it; needed for a new one.'),
  })
  dueOn?: string | null;

  @IsOptional()
  @IsPercent()
  @Field(() => Float, {
    nullable: true,
    description: says(
      'Tiến độ dự kiến, 0-100; cần có khi thêm mới.',
      'Percent expected then, 0-100; needed for a new one.',
    ),
  })
  plannedPercent?: number | null;
}

/** New values of a target, and a trajectory in the place of the one that stands. */
@InputType({
  description: says(
    'Giá trị mới của một chỉ tiêu; trường không nêu thì giữ nguyên.',
    'Other values of a target; what is left out stays as it is.',
  ),
})
export class TargetChangeInput {
  @IdField(says('Mã định danh (id) của chỉ tiêu.', 'Id of the target.'))
  targetId!: string;

  @Field(() => Float, { nullable: true, description: says('Giá trị phải đạt mới.', 'New value to reach.') })
  value?: number | null;

  @Field(() => Float, { nullable: true, description: says('Mức cao mới của khoảng.', 'New high end of a range.') })
  valueHigh?: number | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Hạn mới phải đạt.', 'New date by which it must be reached.'),
  })
  dueOn?: string | null;

  @IsShortList(100)
  @ValidateNested({ each: true })
  @Field(() => [TrajectoryPointInput], {
    nullable: true,
    description: says(
      'Lộ trình mới, thay cho lộ trình cũ; danh sách trống là bỏ lộ trình.',
      'A trajectory in the place of the old one; an empty list takes it away.',
    ),
  })
  trajectory?: TrajectoryPointInput[] | null;
}

/** One change: exactly one of its fields. */
@OneOf()
@InputType({
  description: says('Một thay đổi: đúng một trường.', 'One thing that is to be changed: exactly one field.'),
})
export class AdjustmentChangeInput {
  @ValidateNested()
  @Field(() => ItemChangeInput, {
    nullable: true,
    description: says('Thay đổi một đầu việc có hiệu lực.', 'Other values of an item in force.'),
  })
  item?: ItemChangeInput | null;

  @ValidateNested()
  @Field(() => AddItemChangeInput, {
    nullable: true,
    description: says('Thêm một đầu việc vào phụ lục.', 'A row more on a list.'),
  })
  addItem?: AddItemChangeInput | null;

  @ValidateNested()
  @Field(() => StopItemChangeInput, {
    nullable: true,
    description: says('Dừng một đầu việc.', 'An item that is not gone on with.'),
  })
  stopItem?: StopItemChangeInput | null;

  @ValidateNested()
  @Field(() => ResourceChangeInput, {
    nullable: true,
    description: says('Thêm hoặc thay đổi nguồn lực.', 'What an item is done with.'),
  })
  resource?: ResourceChangeInput | null;

  @ValidateNested()
  @Field(() => MilestoneChangeInput, {
    nullable: true,
    description: says('Thêm hoặc dời một mốc.', 'A step of an item.'),
  })
  milestone?: MilestoneChangeInput | null;

  @ValidateNested()
  @Field(() => TargetChangeInput, {
    nullable: true,
    description: says('Thay đổi một chỉ tiêu.', 'Value, date or trajectory of a target.'),
  })
  target?: TargetChangeInput | null;
}
