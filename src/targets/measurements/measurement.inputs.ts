import { Field, Float, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsPeriodText, IsText } from '../../platform/commands/input-rules';
import { IsCitable } from '../../platform/commands/is-citable';
import { PeriodScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';

/** Input of `recordMeasurement`. */
@InputType({ description: says('Số liệu đo của một chỉ số.', 'A measured value of an indicator.') })
export class RecordMeasurementInput {
  @IdField(says('Mã định danh (id) của chỉ số.', 'Id of the indicator.'), { found: 'indicator' })
  indicatorId!: string;

  @IsPeriodText()
  @Field(() => PeriodScalar, { description: says('Kỳ đo.', 'Period measured.') })
  period!: string;

  @Field(() => Float, {
    description: says('Giá trị, theo đơn vị tính của chỉ số.', 'Value, in the indicator’s unit of measure.'),
  })
  value!: number;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Nguồn số liệu: văn bản, cơ quan công bố.', 'Where the value comes from.') })
  source!: string;

  @IsText({ max: 2_000 })
  @Field(() => String, { nullable: true, description: says('Ghi chú.', 'Note.') })
  note?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: says(
      'Kỳ đã có số liệu được chấp nhận: true nếu đây là số của nguồn khác, đứng cạnh số đã có. Số sai thì đính chính (correctMeasurement).',
      'Where the period has an accepted value already: true says that this is another source’s, to stand beside it. What is wrong is corrected (correctMeasurement).',
    ),
  })
  isOtherSource?: boolean | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `acceptMeasurement`. */
@InputType({ description: says('Chấp nhận số liệu do đơn vị cung cấp.', 'A unit’s measurement to accept.') })
export class AcceptMeasurementInput {
  @IdField(says('Mã định danh (id) của số liệu.', 'Id of the measurement.'))
  measurementId!: string;
}

/** Input of `correctMeasurement`. */
@InputType({ description: says('Đính chính một số liệu đã chấp nhận.', 'A correction of an accepted measurement.') })
export class CorrectMeasurementInput {
  @IdField(says('Mã định danh (id) của số liệu.', 'Id of the measurement.'))
  measurementId!: string;

  @Field(() => Float, { description: says('Giá trị đúng.', 'The right value.') })
  value!: number;

  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Lý do đính chính.', 'Why it is corrected.') })
  reason!: string;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Nguồn của giá trị đúng.', 'Where the right value comes from.') })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Input of `returnMeasurement`. */
@InputType({
  description: says('Trả lại số liệu do đơn vị cung cấp.', 'Which measurement goes back to its unit, and why.'),
})
export class ReturnMeasurementInput {
  @IdField(says('Mã định danh (id) của số liệu.', 'Id of the measurement.'))
  measurementId!: string;

  @IsText({ max: 2_000, required: true })
  @Field(() => String, {
    description: says(
      'Vì sao trả lại, để đơn vị sửa; tối đa 2.000 ký tự.',
      'Why it goes back, so that the unit can do better; at most 2,000 characters.',
    ),
  })
  reason!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
