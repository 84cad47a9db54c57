import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { Objective, Viewpoint } from '../../programme/public';
import { Target } from '../../targets/public';
import { WorkItem } from '../items/work-item.entity';

/** That a work item serves a target, an objective or a viewpoint of its programme: exactly one (rule R8). */
@Entity('trace')
@Check('trace_one_aim', 'num_nonnulls(target_id, objective_id, viewpoint_id) = 1')
@Index(['workItemId', 'targetId'], { unique: true })
@Index(['workItemId', 'objectiveId'], { unique: true })
@Index(['workItemId', 'viewpointId'], { unique: true })
@Readable({
  prefix: 'tc',
  list: 'traces',
  orderBy: ['tracedOn'],
  title: { vi: 'liên kết mục tiêu', en: 'trace' },
  rows: {
    vi: 'Đầu việc nào bám sát chỉ tiêu, mục tiêu hoặc quan điểm nào, ghi trước đứng trước. Ai xem được đầu việc thì xem được; phòng họp chỉ thấy của đầu việc có hiệu lực.',
    en: 'Which item serves which target, objective or viewpoint, stated first before the others. Who may see the item sees this; meeting rooms for items in force.',
    where: '{ target: { programme: { code: { eq: "07-CTr/TU" } } } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Đầu việc bám sát một chỉ tiêu, mục tiêu hoặc quan điểm của chương trình.',
    'That a work item serves a target, an objective or a viewpoint of its programme.',
  ),
})
export class Trace {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc mà dòng này thuộc về; ai xem được đầu việc thì xem được dòng.',
      'What this belongs to; who may read that may read this.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('uuid', { nullable: true })
  @Index()
  targetId!: string | null;

  @RelatedRow(() => Target, {
    nullable: true,
    description: says(
      'Chỉ tiêu mà đầu việc góp phần đạt; trống nếu bám sát mục tiêu hoặc quan điểm.',
      'What figure the item helps to reach; empty for a trace to one of the other two.',
    ),
  })
  target!: Relation<Target> | null;

  @Column('uuid', { nullable: true })
  @Index()
  objectiveId!: string | null;

  @RelatedRow(() => Objective, {
    nullable: true,
    description: says(
      'Mục tiêu mà đầu việc phục vụ; trống nếu bám sát chỉ tiêu hoặc quan điểm.',
      'What aim of the programme the item serves; empty for a trace to one of the other two.',
    ),
  })
  objective!: Relation<Objective> | null;

  @Column('uuid', { nullable: true })
  @Index()
  viewpointId!: string | null;

  @RelatedRow(() => Viewpoint, {
    nullable: true,
    description: says(
      'Quan điểm mà đầu việc thể hiện; trống nếu bám sát chỉ tiêu hoặc mục tiêu.',
      'What principle of the programme the item follows; empty for a trace to one of the other two.',
    ),
  })
  viewpoint!: Relation<Viewpoint> | null;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cơ quan thường trực ghi nhận đầu việc bám sát điều này.',
      'Day on which the secretariat entered that the item serves this.',
    ),
  })
  tracedOn!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
