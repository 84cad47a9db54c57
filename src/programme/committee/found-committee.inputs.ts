import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsName, IsShortList } from '../../platform/commands/input-rules';
import { IsCitable } from '../../platform/commands/is-citable';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { CommitteePlaceInput } from './reform-committee.inputs';

/** Input of `foundCommittee`. */
@InputType({
  description: says(
    'Thành lập Ban Chỉ đạo của một chương trình chưa có.',
    'The committee of a programme that has none, as it is founded.',
  ),
})
export class FoundCommitteeInput {
  @IdField(says('Mã định danh (id) của chương trình.', 'Id of the programme.'), { found: 'programme' })
  programmeId!: string;

  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Tên Ban Chỉ đạo.', 'Vietnamese name.') })
  name!: string;

  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Tên Ban Chỉ đạo bằng tiếng Anh.', 'English name.') })
  nameEn!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày thành lập: ngày đầu của các thành viên.',
      'The day of its foundation: the first one of its members.',
    ),
  })
  foundedOn!: string;

  @IsCitable()
  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Quyết định thành lập: số, ngày.', 'The decision: its number and date.') })
  decision!: string;

  @IsShortList(100)
  @ValidateNested({ each: true })
  @Field(() => [CommitteePlaceInput], {
    description: says('Toàn bộ thành viên, có đúng một Trưởng ban.', 'All members, exactly one head among them.'),
  })
  members!: CommitteePlaceInput[];

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
