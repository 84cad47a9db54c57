import { Field, ObjectType } from 'type-graphql';
import { Column } from 'typeorm';
import { says } from '../../../platform/lib/says';
import { WorkItemKind } from '../../../work/public';

/** Which items are reported on. Both lists narrow; an empty one does not. */
@ObjectType({
  description: says(
    'Đầu việc nào phải báo cáo: theo phụ lục và theo loại. Danh sách trống là không giới hạn.',
    'Which items are reported on, by their lists and by what they are. An empty list narrows nothing.',
  ),
})
export class ReportingScope {
  @Column('text', { array: true, default: () => "'{}'" })
  @Field(() => [String], {
    description: says(
      'Mã số (code) của các phụ lục có đầu việc phải báo cáo; trống là mọi phụ lục.',
      'Codes of the lists whose items are reported on; all lists where empty.',
    ),
  })
  appendices!: string[];

  @Column('text', { array: true, default: () => "'{}'" })
  @Field(() => [WorkItemKind], {
    description: says(
      'Các loại đầu việc phải báo cáo; trống là mọi loại.',
      'Sorts of items that are reported on; all sorts where empty.',
    ),
  })
  kinds!: WorkItemKind[];
}
