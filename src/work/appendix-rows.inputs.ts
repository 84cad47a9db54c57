import { ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApprovalLevel } from '../documents/public';
import { IdempotencyKeyField, IdField } from '../platform/graphql/input-fields';
import { IsCount, IsShortList, IsName, IsText } from '../platform/graphql/input-rules';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { ResourceInput } from './resource.inputs';
import { WorkItemKind } from './work-item.entity';

/** One row of a list as it is entered. */
@InputType({ description: says('Một dòng của phụ lục.', 'One row of an appendix.') })
export class AppendixRowInput {
  @IsCount(1_000)
  @Field(() => Int, { description: says('Số thứ tự trong phụ lục.', 'Number within the appendix.') })
  number!: number;

  @IsName({ max: 40 })
  @Field(() => String, {
    nullable: true,
    description: says('Mã đầu việc; trống thì lấy mã phụ lục và số thứ tự.', 'Code; by default of the appendix’s.'),
  })
  code?: string | null;

  @Field(() => WorkItemKind, { description: says('Loại đầu việc.', 'Kind.') })
  kind!: WorkItemKind;

  @IsName({ max: 1_000, required: true })
  @Field(() => String, { description: says('Tên đầu việc.', 'Title.') })
  title!: string;

  @IsName({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên bằng tiếng Anh; trống thì dùng tên tiếng Việt.',
      'English title; by default the Vietnamese.',
    ),
  })
  titleEn?: string | null;

  @IsName({ max: 24 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên rút gọn, tối đa 24 ký tự; trống thì lấy phần đầu của tên.',
      'Short name, at most 24 characters; by default the beginning of the title.',
    ),
  })
  shortName?: string | null;

  @IsName({ max: 100, required: true })
  @Field(() => String, { description: says('Mã số (code) đơn vị chủ trì.', 'Code of the unit that leads.') })
  leadUnitCode!: string;

  @Field(() => DateScalar, { description: says('Ngày bắt đầu.', 'Start.') })
  startsOn!: string;

  @Field(() => DateScalar, { description: says('Hạn hoàn thành.', 'Deadline.') })
  dueOn!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Mục tiêu cụ thể.', 'Concrete objective.') })
  concreteObjective?: string | null;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Sản phẩm.', 'What comes of it.') })
  product?: string | null;

  @Field(() => ApprovalLevel, { nullable: true, description: says('Cấp phê duyệt.', 'How high it has to go.') })
  approvalLevel?: ApprovalLevel | null;

  @IsText({ max: 100 })
  @Field(() => ID, {
    nullable: true,
    description: says(
      'Mã định danh (id) của người chịu trách nhiệm, thuộc đơn vị chủ trì.',
      'Id of the person of the lead unit who answers for it.',
    ),
  })
  responsiblePersonId?: string | null;

  @IsShortList(20)
  @ValidateNested({ each: true })
  @Field(() => [ResourceInput], { nullable: true, description: says('Nguồn lực.', 'What it is done with.') })
  resources?: ResourceInput[] | null;
}

/** Input of `addAppendixRows`. */
@InputType({ description: says('Các dòng thêm vào một phụ lục.', 'Rows for an appendix.') })
export class AddAppendixRowsInput {
  @IdField(says('Mã phụ lục.', 'Id of the appendix.'))
  appendixId!: string;

  @IsShortList(200, { required: true })
  @ValidateNested({ each: true })
  @Field(() => [AppendixRowInput], { description: says('Các dòng.', 'The rows.') })
  rows!: AppendixRowInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `removeAppendixRows`. */
@InputType({ description: says('Các dòng bỏ khỏi một phụ lục.', 'Rows to take off an appendix.') })
export class RemoveAppendixRowsInput {
  @IdField(says('Mã phụ lục.', 'Id of the appendix.'))
  appendixId!: string;

  @IsShortList(200, { required: true })
  @Field(() => [Int], { description: says('Số thứ tự các dòng.', 'Numbers of the rows.') })
  numbers!: number[];

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Lý do.', 'Why.') })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
