import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Appendix } from '../../documents/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar } from '../../platform/lib/scalars';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { Target } from '../../targets/public';
import { WorkItem } from '../../work/public';
import { AdjustmentRequest } from '../requests/adjustment-request.entity';
import { RevisionChange } from './revision-change.type';

/** What an approved adjustment changed in one item, list or target. */
@Entity('revision')
@Readable({
  prefix: 'rv',
  list: 'revisions',
  orderBy: ['appliedOn'],
  label: 'appliedOn',
  title: { vi: 'lần điều chỉnh', en: 'revision' },
  rows: {
    vi: 'Các lần điều chỉnh đã có hiệu lực, theo thời gian. Ai xem được đề xuất đã duyệt thì xem được.',
    en: 'What approved adjustments changed, in time. Everybody who is signed in reads them.',
    where: '{ appliedOn: { gte: "2023-01-01" } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một điều chỉnh đã duyệt làm thay đổi một đầu việc, phụ lục hoặc chỉ tiêu như thế nào.',
    'How an approved adjustment changed one item, list or target, value by value.',
  ),
})
export class Revision {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  @Index()
  adjustmentId!: string;

  @RelatedRow(() => AdjustmentRequest, {
    onDelete: 'CASCADE',
    description: says('Đề xuất đã được phê duyệt.', 'The approved request that changed it.'),
  })
  adjustment!: Relation<AdjustmentRequest>;

  /** Type and row of what was changed. */
  @Column('text')
  subjectType!: string;

  @Column('uuid')
  subjectId!: string;

  @Column('uuid', { nullable: true })
  @Index()
  workItemId!: string | null;

  @RelatedRow(() => WorkItem, {
    nullable: true,
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc đã thay đổi; trống nếu không phải đầu việc.',
      'Which item it was; empty for lists and targets.',
    ),
  })
  workItem!: Relation<WorkItem> | null;

  @Column('uuid', { nullable: true })
  @Index()
  targetId!: string | null;

  @RelatedRow(() => Target, {
    nullable: true,
    onDelete: 'CASCADE',
    description: says(
      'Chỉ tiêu đã thay đổi; trống nếu không phải chỉ tiêu.',
      'Which target it was; empty for items and lists.',
    ),
  })
  target!: Relation<Target> | null;

  @Column('uuid', { nullable: true })
  @Index()
  appendixId!: string | null;

  @RelatedRow(() => Appendix, {
    nullable: true,
    onDelete: 'CASCADE',
    description: says('Phụ lục có số dòng thay đổi.', 'Which list it was, where its expected number of rows changed.'),
  })
  appendix!: Relation<Appendix> | null;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày có hiệu lực.', 'On which day it took effect.') })
  appliedOn!: string;

  @Column('jsonb')
  changeLines!: RevisionChange[];

  @Derived((row) => `${row}.change_lines::json`)
  @Field(() => [RevisionChange], {
    description: says('Từng giá trị: trước và sau.', 'Value by value, before and after.'),
  })
  changes!: RevisionChange[];

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
