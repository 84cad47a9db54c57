import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField } from '../platform/commands/input-fields';
import { IsName, IsText } from '../platform/commands/input-rules';
import { IsCitable } from '../platform/commands/is-citable';
import { says } from '../platform/lib/says';

/** Input of `addViewpoint`. */
@InputType({ description: says('Một quan điểm của chương trình.', 'A viewpoint of a programme.') })
export class AddViewpointInput {
  @IsName({ max: 40, required: true })
  @Field(() => String, { description: says('Mã số (code) chương trình, ví dụ `07-CTr/TU`.', 'Code of the programme.') })
  programmeCode!: string;

  @IsName({ max: 20, required: true })
  @Field(() => String, { description: says('Số thứ tự.', 'Number.') })
  number!: string;

  @IsText({ max: 4_000, required: true })
  @Field(() => String, { description: says('Nội dung.', 'Text.') })
  text!: string;

  @IsCitable()
  @IsText({ max: 1_000, required: true })
  @Field(() => String, { description: says('Nguồn: văn bản, mục, trang.', 'Source: paper, section, page.') })
  source!: string;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
