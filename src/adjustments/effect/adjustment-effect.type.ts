import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';

/** One figure that an adjustment changes. */
@ObjectType({
  description: says(
    'Một số liệu tổng hợp thay đổi do điều chỉnh: trước và sau.',
    'One figure that an adjustment moves, before and after; figures that stay the same are left out.',
  ),
})
export class AdjustmentEffect {
  @Field(() => String, {
    description: says(
      'Số liệu nào, ví dụ `health.OVERDUE`, `statutoryClass.OPEN_OVERDUE`, `expectedCount.07-PL`, `lastDueOn.07-PL`, `funds.VND`, `target.7a.items`.',
      'Which figure, for instance `health.OVERDUE`, `statutoryClass.OPEN_OVERDUE`, `expectedCount.07-PL`, `lastDueOn.07-PL`, `funds.VND`, `target.7a.items`.',
    ),
  })
  measure!: string;

  @Field(() => String, {
    nullable: true,
    description: says(
      'Trước khi điều chỉnh; trống nếu chưa có.',
      'As it stands without it; empty where there is none.',
    ),
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: says(
      'Nếu điều chỉnh được phê duyệt; trống nếu không còn.',
      'As it would stand with it; empty where it goes.',
    ),
  })
  after!: string | null;
}
