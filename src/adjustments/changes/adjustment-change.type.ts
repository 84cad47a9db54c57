import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';
import { AdjustmentKind } from '../requests/adjustment.state';

/** One value that an adjustment changes, as people read it. */
@ObjectType({
  description: says(
    'Một nội dung được điều chỉnh: ở đâu, điều gì, trước và sau.',
    'One value that an adjustment changes: of what, which, before and after.',
  ),
})
export class AdjustmentChange {
  @Field(() => AdjustmentKind, {
    description: says(
      'Điều chỉnh đầu việc, thêm, dừng, nguồn lực, mốc hay chỉ tiêu.',
      'Whether an item is changed, added or stopped, or a resource, milestone or target is changed.',
    ),
  })
  kind!: AdjustmentKind;

  @Field(() => String, {
    description: says(
      'Mã số của đầu việc, hoặc số thứ tự của chỉ tiêu.',
      'Code of the item, or number of the target, that it is about.',
    ),
  })
  subject!: string;

  @Field(() => String, {
    description: says(
      'Trường được thay đổi, theo tên trong lược đồ, ví dụ `dueOn`.',
      'Which value, by its name in the schema, for instance `dueOn`.',
    ),
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: says('Giá trị trước; trống nếu thêm mới.', 'What stood at registration; empty where it is new.'),
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: says('Giá trị sau; trống nếu bỏ đi.', 'What it becomes; empty where it goes.'),
  })
  after!: string | null;
}
