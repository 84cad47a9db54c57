import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { CommitteeMembership } from '../../programme/public';
import { assignmentInEffectSql } from './target-assignment.sql';
import { Target } from '../target.entity';

/** A member of the committee in charge of a target, from a day to a day (rule R2). */
@Entity('target_assignment')
@Check('target_assignment_dates', 'ends_on is null or ends_on >= starts_on')
@Index(['targetId', 'startsOn'])
@Index('target_assignment_one_open', ['membershipId', 'targetId'], { unique: true, where: 'ends_on is null' })
@Readable({
  prefix: 'tg',
  list: 'targetAssignments',
  orderBy: ['startsOn'],
  title: { vi: 'phân công phụ trách chỉ tiêu', en: 'target assignment' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một thành viên phụ trách một chỉ tiêu trong một thời gian.',
    'A member in charge of a target for a time.',
  ),
})
export class TargetAssignment {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  membershipId!: string;

  @RelatedRow(() => CommitteeMembership, { description: says('Thành viên.', 'The member.') })
  membership!: Relation<CommitteeMembership>;

  @Column('uuid')
  targetId!: string;

  @RelatedRow(() => Target, { description: says('Chỉ tiêu.', 'The target.') })
  target!: Relation<Target>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Từ ngày.', 'First day.') })
  startsOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Đến ngày; trống nếu còn phụ trách.', 'Last day; empty while it lasts.'),
  })
  endsOn!: string | null;

  @Derived((row, moment) => assignmentInEffectSql(row, moment))
  @Field(() => Boolean, { description: says('Hôm nay có hiệu lực không.', 'Whether it is in effect today.') })
  isCurrent!: boolean;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
