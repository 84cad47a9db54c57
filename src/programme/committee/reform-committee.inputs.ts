import { ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { IdempotencyKeyField } from '../../platform/commands/input-fields';
import { IsShortList, IsName } from '../../platform/commands/input-rules';
import { IsCitable } from '../../platform/commands/is-citable';
import { DateScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { CommitteeRole } from './committee-role.state';

/** A place on the committee as it is decided. */
@InputType({ description: says('Một thành viên, ghi theo chức danh.', 'A place on the committee, by office.') })
export class CommitteePlaceInput {
  @Field(() => CommitteeRole, { description: says('Vai trò.', 'Role.') })
  role!: CommitteeRole;

  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Chức danh đảm nhiệm.', 'Office that holds the place.') })
  office!: string;
}

/** Input of `reformCommittee`. */
@InputType({ description: says('Kiện toàn Ban Chỉ đạo.', 'A committee as it is re-formed.') })
export class ReformCommitteeInput {
  @IsName({ max: 100, required: true })
  @Field(() => String, {
    description: says(
      'Mã số (code) chương trình, ví dụ `07-CTr/TU`.',
      'Code of the programme, for instance `07-CTr/TU`.',
    ),
  })
  programmeCode!: string;

  @Field(() => DateScalar, { description: says('Ngày có hiệu lực.', 'First day of the committee so formed.') })
  effectiveOn!: string;

  @IsCitable()
  @IsName({ max: 300, required: true })
  @Field(() => String, { description: says('Quyết định kiện toàn: số, ngày.', 'The decision: its number and date.') })
  decision!: string;

  @IsShortList(100)
  @ValidateNested({ each: true })
  @Field(() => [CommitteePlaceInput], {
    description: says(
      'Toàn bộ thành viên sau kiện toàn; ai không có tên thì thôi đảm nhiệm.',
      'All members from then on; whoever is not named leaves.',
    ),
  })
  members!: CommitteePlaceInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: says(
      'true: thay các quyết định kiện toàn đã ghi nhưng chưa có hiệu lực.',
      'true: in the place of re-formations that were entered but have not taken effect.',
    ),
  })
  replacesUpcoming?: boolean | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}
