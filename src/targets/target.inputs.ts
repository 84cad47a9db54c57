import { ValidateNested } from 'class-validator';
import { Field, Float, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../platform/commands/input-fields';
import { IsPeriodText, IsShortList, IsName, IsText } from '../platform/commands/input-rules';
import { IsCitable } from '../platform/commands/is-citable';
import { DateScalar, PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Health } from '../programme/public';
import { Comparator } from './comparator.state';

const TARGET = says('Mã định danh (id) của chỉ tiêu.', 'Id of the target.');

/** What a target is called and promises. */
@InputType({ description: says('Nội dung một chỉ tiêu.', 'What a target is called and promises.') })
export class TargetInput {
  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Tên chỉ tiêu.', 'Vietnamese name.') })
  name!: string;

  @IsName({ max: 500, required: true })
  @Field(() => String, { description: says('Tên chỉ tiêu bằng tiếng Anh.', 'English name.') })
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

  @Field(() => Comparator, { description: says('Cách so sánh.', 'Comparator.') })
  comparator!: Comparator;

  @Field(() => Float, {
    nullable: true,
    description: says(
      'Giá trị phải đạt (mức thấp, nếu là khoảng); chỉ chỉ tiêu định tính để trống.',
      'Value to reach (the low end of a range); left out only where it is qualitative.',
    ),
  })
  value?: number | null;

  @Field(() => Float, { nullable: true, description: says('Mức cao của khoảng.', 'High end of a range.') })
  valueHigh?: number | null;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Chỉ tiêu đúng như văn bản ghi.', 'The clause as the document words it.') })
  wording!: string;

  @Field(() => DateScalar, { description: says('Hạn phải đạt.', 'Date by which it must be reached.') })
  dueOn!: string;

  @Field(() => Float, {
    nullable: true,
    description: says('Giá trị ban đầu, nếu có.', 'Baseline, where there is one.'),
  })
  baseline?: number | null;

  @Field(() => DateScalar, { nullable: true, description: says('Ngày của giá trị ban đầu.', 'Date of the baseline.') })
  baselineOn?: string | null;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Nguồn: văn bản, mục, trang.', 'Source: paper, section, page.') })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `addTarget`. */
@InputType({ description: says('Một chỉ tiêu mới của một chương trình.', 'A new target of a programme.') })
export class AddTargetInput extends TargetInput {
  @IsName({ max: 40, required: true })
  @Field(() => String, { description: says('Mã số (code) chương trình, ví dụ `07-CTr/TU`.', 'Code of the programme.') })
  programmeCode!: string;

  @IsName({ max: 20, required: true })
  @Field(() => String, { description: says('Số thứ tự trong chương trình.', 'Number within the programme.') })
  number!: string;

  @IsName({ max: 60, required: true })
  @Field(() => String, {
    description: says(
      'Mã số (code) chỉ số được đo, ví dụ `kinh-te-so`.',
      'Code of the indicator, for instance `kinh-te-so`.',
    ),
  })
  indicatorCode!: string;
}

/** Input of `correctTarget`: the whole target as it should have been entered. */
@InputType({
  description: says(
    'Chỉ tiêu đúng như lẽ ra phải ghi, toàn bộ; số cũ được giữ trong lịch sử.',
    'The whole target as it should have been entered; what stood before stays in the history.',
  ),
})
export class CorrectTargetInput extends TargetInput {
  @IdField(TARGET)
  targetId!: string;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Lý do đính chính.', 'Why it is corrected.') })
  reason!: string;
}

/** One point of a trajectory. */
@InputType({ description: says('Giá trị dự kiến vào cuối một kỳ.', 'What is expected at the end of a period.') })
export class TrajectoryPointInput {
  @IsPeriodText()
  @Field(() => PeriodScalar, { description: says('Kỳ.', 'Period.') })
  period!: string;

  @Field(() => Float, {
    description: says('Giá trị dự kiến, theo đơn vị tính của chỉ số.', 'Value, in the indicator’s unit of measure.'),
  })
  expected!: number;
}

/** Input of `setTrajectory`. */
@InputType({
  description: says(
    'Lộ trình của một chỉ tiêu, thay cho lộ trình cũ.',
    'The trajectory of a target, in the place of what there was.',
  ),
})
export class SetTrajectoryInput {
  @IdField(TARGET)
  targetId!: string;

  @IsShortList(100)
  @ValidateNested({ each: true })
  @Field(() => [TrajectoryPointInput], {
    description: says(
      'Các điểm của lộ trình; danh sách trống là bỏ lộ trình.',
      'Its points; an empty list takes it away.',
    ),
  })
  points!: TrajectoryPointInput[];

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Căn cứ: văn bản, cách tính.', 'Paper, or how it was worked out.') })
  basis!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `assessTarget`. */
@InputType({
  description: says(
    'Đánh giá một thứ hạng hoặc chỉ tiêu định tính.',
    'An assessment of a rank or a qualitative target.',
  ),
})
export class AssessTargetInput {
  @IdField(TARGET)
  targetId!: string;

  @Field(() => Health, { description: says('Tình trạng.', 'How it stands.') })
  health!: Health;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, { description: says('Căn cứ của đánh giá.', 'What the assessment is based on.') })
  basis!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
