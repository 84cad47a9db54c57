import { Field, ObjectType } from 'type-graphql';
import { says } from '../../platform/lib/says';

/** One value that an approved adjustment changed. */
@ObjectType({
  description: says('Một giá trị đã thay đổi do điều chỉnh.', 'A value that an approved adjustment changed.'),
})
export class RevisionChange {
  @Field(() => String, {
    description: says(
      'Trường đã thay đổi, theo tên trong lược đồ, ví dụ `dueOn`, `leadUnit`.',
      'Which value, by its name in the schema, for instance `dueOn` or `leadUnit`.',
    ),
  })
  field!: string;

  @Field(() => String, {
    nullable: true,
    description: says('Giá trị trước; trống nếu chưa có.', 'What stood; empty where nothing did.'),
  })
  before!: string | null;

  @Field(() => String, {
    nullable: true,
    description: says('Giá trị sau; trống nếu bỏ đi.', 'What stands since; empty where it went.'),
  })
  after!: string | null;
}
