import { ValidateNested } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField, IdsField } from '../platform/commands/input-fields';
import { IsCode, IsFilledName, IsShortList, IsName, IsText } from '../platform/commands/input-rules';
import { IsCitable } from '../platform/commands/is-citable';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { UnitKind } from './unit.entity';

const SOURCE = says('Căn cứ: văn bản quyết định.', 'The paper in which it was decided.');

/** Input of `createUnit`. */
@InputType({ description: says('Đơn vị mới.', 'A new unit.') })
export class CreateUnitInput {
  @IsCode(40)
  @Field(() => String, { description: says('Mã số (code) đơn vị, ví dụ `so-khcn`.', 'Code, for instance `so-khcn`.') })
  code!: string;

  @IsName({ max: 200, required: true })
  @Field(() => String, { description: says('Tên đầy đủ.', 'Full Vietnamese name.') })
  name!: string;

  @IsName({ max: 200, required: true })
  @Field(() => String, { description: says('Tên đầy đủ bằng tiếng Anh.', 'Full English name.') })
  nameEn!: string;

  @IsName({ max: 24, required: true })
  @Field(() => String, {
    description: says('Tên rút gọn, tối đa 24 ký tự.', 'Short Vietnamese name, at most 24 characters.'),
  })
  shortName!: string;

  @IsName({ max: 24, required: true })
  @Field(() => String, {
    description: says('Tên rút gọn bằng tiếng Anh, tối đa 24 ký tự.', 'Short English name, at most 24 characters.'),
  })
  shortNameEn!: string;

  @Field(() => UnitKind, { description: says('Loại đơn vị.', 'Kind of unit.') })
  kind!: UnitKind;

  @IdField(says('Mã định danh (id) của đơn vị cấp trên.', 'Id of the unit above it.'), {
    nullable: true,
    found: 'unit',
  })
  parentId?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày bắt đầu hoạt động; trống nếu chưa rõ.', 'First day; empty when not known.'),
  })
  validFrom?: string | null;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: SOURCE })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `moveUnit`. */
@InputType({ description: says('Chuyển một đơn vị sang cấp trên khác.', 'A unit’s new place in the structure.') })
export class MoveUnitInput {
  @IdField(says('Mã định danh (id) của đơn vị.', 'Id of the unit.'), { found: 'unit' })
  unitId!: string;

  @IdField(
    says('Mã định danh (id) của đơn vị cấp trên; trống nếu không có.', 'Id of the unit above it; empty for none.'),
    { nullable: true, found: 'unit' },
  )
  parentId?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** A successor of a unit that ends. */
@InputType({ description: says('Đơn vị kế thừa và phần công việc.', 'A successor and its share of the work.') })
export class SuccessorInput {
  @IdField(says('Mã định danh (id) của đơn vị kế thừa.', 'Id of the successor.'), { found: 'unit' })
  unitId!: string;

  @Field(() => Float, {
    description: says(
      'Phần công việc nhận được, trên 0 đến 1; tổng các phần bằng 1.',
      'Its share, above 0 to 1; all of them add up to 1.',
    ),
  })
  share!: number;
}

/** Input of `endUnit`. */
@InputType({ description: says('Kết thúc một đơn vị.', 'The end of a unit.') })
export class EndUnitInput {
  @IdField(says('Mã định danh (id) của đơn vị.', 'Id of the unit.'), { found: 'unit' })
  unitId!: string;

  @Field(() => DateScalar, { description: says('Ngày hoạt động cuối cùng.', 'Its last day.') })
  lastOn!: string;

  @IsShortList(20)
  @ValidateNested({ each: true })
  @Field(() => [SuccessorInput], {
    description: says(
      'Các đơn vị kế thừa từ ngày hôm sau; rỗng nếu không có.',
      'Who succeeds it from the day after; empty for nobody.',
    ),
  })
  successors!: SuccessorInput[];

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: SOURCE })
  source!: string;

  @Field(() => Boolean, {
    nullable: true,
    description: says(
      'true: thay ngày kết thúc đã ghi sai; được khi ngày đó chưa qua hoặc chưa có đơn vị kế thừa.',
      'true: in the place of an end that was entered wrong; possible while it is still to come, or nobody succeeded the unit.',
    ),
  })
  replacesEnd?: boolean | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `mergeUnits`. */
@InputType({ description: says('Sáp nhập các đơn vị vào một đơn vị.', 'Units that become part of one.') })
export class MergeUnitsInput {
  @IdsField(says('Mã định danh (id) của các đơn vị kết thúc.', 'Ids of the units that end.'), {
    max: 50,
    found: 'unit',
  })
  unitIds!: string[];

  @IdField(
    says(
      'Mã định danh (id) của đơn vị tiếp nhận toàn bộ công việc.',
      'Id of the unit that takes over all of their work.',
    ),
    { found: 'unit' },
  )
  successorId!: string;

  @Field(() => DateScalar, {
    description: says('Ngày hoạt động cuối cùng của các đơn vị kết thúc.', 'Last day of the units that end.'),
  })
  lastOn!: string;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: SOURCE })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `correctUnit`. What is left out stays; where a unit stands and when it ends is no mistake of writing. */
@InputType({
  description: says(
    'Đính chính đơn vị ghi sai; trường để trống thì giữ nguyên.',
    'What was written wrongly of a unit; what is left out stays.',
  ),
})
export class CorrectUnitInput {
  @IdField(says('Mã định danh (id) của đơn vị.', 'Id of the unit.'), { found: 'unit' })
  unitId!: string;

  @IsFilledName(200)
  @Field(() => String, { nullable: true, description: says('Tên đầy đủ đúng.', 'The right Vietnamese name.') })
  name?: string | null;

  @IsFilledName(200)
  @Field(() => String, {
    nullable: true,
    description: says('Tên đầy đủ đúng bằng tiếng Anh.', 'The right English name.'),
  })
  nameEn?: string | null;

  @IsFilledName(24)
  @Field(() => String, {
    nullable: true,
    description: says('Tên rút gọn đúng, tối đa 24 ký tự.', 'The right short Vietnamese name, at most 24 characters.'),
  })
  shortName?: string | null;

  @IsFilledName(24)
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên rút gọn đúng bằng tiếng Anh, tối đa 24 ký tự.',
      'The right short English name, at most 24 characters.',
    ),
  })
  shortNameEn?: string | null;

  @Field(() => UnitKind, { nullable: true, description: says('Loại đơn vị đúng.', 'The right kind of unit.') })
  kind?: UnitKind | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày bắt đầu hoạt động đúng; không mâu thuẫn với ngày kết thúc và các lần kế thừa đã ghi.',
      'The right first day; it must not contradict the last one, nor what the unit has taken over.',
    ),
  })
  validFrom?: string | null;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, {
    description: says('Lý do đính chính, ghi vào nhật ký.', 'Why it is corrected; it goes into the log.'),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
