import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField } from '../platform/commands/input-fields';
import { IsCode, IsName, IsText } from '../platform/commands/input-rules';
import { IsCitable } from '../platform/commands/is-citable';
import { says } from '../platform/lib/says';

/** Input of `addIndicator`. */
@InputType({
  description: says('Một chỉ số dùng chung cho mười chương trình.', 'An indicator for all ten programmes.'),
})
export class AddIndicatorInput {
  @IsCode(60)
  @Field(() => String, {
    description: says('Mã số (code) chỉ số, ví dụ `kinh-te-so`.', 'Code, for instance `kinh-te-so`.'),
  })
  code!: string;

  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Tên chỉ số.', 'Vietnamese name.') })
  name!: string;

  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Tên chỉ số bằng tiếng Anh.', 'English name.') })
  nameEn!: string;

  @IsName({ max: 60 })
  @Field(() => String, {
    nullable: true,
    description: says('Đơn vị tính; trống nếu không đo bằng số.', 'Unit of measure; empty where nothing is counted.'),
  })
  unitOfMeasure?: string | null;

  @IsName({ max: 60 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Đơn vị tính bằng tiếng Anh; trống thì dùng tiếng Việt.',
      'Unit of measure in English; by default the Vietnamese.',
    ),
  })
  unitOfMeasureEn?: string | null;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Nguồn của định nghĩa.', 'Where the definition comes from.') })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
