import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/declarations';
import { Objective, Viewpoint } from '../programme/public';
import { Target } from '../targets/public';
import { WorkItem } from './work-item.entity';

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
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'Work item.') })
  workItem!: Relation<WorkItem>;

  @Column('uuid', { nullable: true })
  @Index()
  targetId!: string | null;

  @ManyToOne(() => Target, { nullable: true })
  @JoinColumn({ name: 'target_id' })
  @Field(() => Target, { nullable: true, description: says('Chỉ tiêu được bám sát.', 'The target that it serves.') })
  target!: Relation<Target> | null;

  @Column('uuid', { nullable: true })
  @Index()
  objectiveId!: string | null;

  @ManyToOne(() => Objective, { nullable: true })
  @JoinColumn({ name: 'objective_id' })
  @Field(() => Objective, {
    nullable: true,
    description: says('Mục tiêu được bám sát.', 'The objective that it serves.'),
  })
  objective!: Relation<Objective> | null;

  @Column('uuid', { nullable: true })
  @Index()
  viewpointId!: string | null;

  @ManyToOne(() => Viewpoint, { nullable: true })
  @JoinColumn({ name: 'viewpoint_id' })
  @Field(() => Viewpoint, {
    nullable: true,
    description: says('Quan điểm được bám sát.', 'The viewpoint that it follows.'),
  })
  viewpoint!: Relation<Viewpoint> | null;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày ghi nhận.', 'Date on which it was stated.') })
  tracedOn!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
