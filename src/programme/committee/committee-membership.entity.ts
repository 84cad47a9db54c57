import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { firstDaySql, inEffectSql, lastDaySql } from './committee-membership.sql';
import { CommitteeRole } from './committee-role.state';
import { SteeringCommittee } from './steering-committee.entity';

declareEnum(CommitteeRole, {
  name: 'CommitteeRole',
  description: says('Vai trò trong Ban Chỉ đạo.', 'What a member is on the committee.'),
  values: {
    HEAD: { word: { vi: 'Trưởng ban', en: 'Head' } },
    STANDING_DEPUTY_HEAD: { word: { vi: 'Phó trưởng ban thường trực', en: 'Standing deputy head' } },
    DEPUTY_HEAD: { word: { vi: 'Phó trưởng ban', en: 'Deputy head' } },
    STANDING_AGENCY: { word: { vi: 'Cơ quan thường trực', en: 'Standing agency' } },
    INSPECTION_TEAM: { word: { vi: 'Lãnh đạo đoàn kiểm tra', en: 'Leader of an inspection team' } },
    MEMBER: { word: { vi: 'Thành viên', en: 'Member' } },
  },
});

/** A place on a steering committee, known by the office that holds it; `asOf` is the date for which the source states it. */
@Entity('committee_membership')
// the day before the first one: a membership that was taken back before it took effect
@Check('committee_membership_dates', 'ends_on is null or ends_on >= coalesce(starts_on, as_of) - 1')
@Index(['committeeId', 'role', 'office', 'asOf'], { unique: true })
@Readable({
  prefix: 'cm',
  list: 'committeeMemberships',
  orderBy: ['rank', 'asOf'],
  label: 'office',
  title: { vi: 'thành viên Ban Chỉ đạo', en: 'committee membership' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Thành viên Ban Chỉ đạo, ghi theo chức danh.',
    'A place on the committee, known by the office that holds it.',
  ),
})
export class CommitteeMembership {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  committeeId!: string;

  @RelatedRow(() => SteeringCommittee, { description: says('Ban Chỉ đạo.', 'Committee.') })
  committee!: Relation<SteeringCommittee>;

  @Column('text')
  @Field(() => CommitteeRole, { description: says('Vai trò.', 'Role.') })
  role!: CommitteeRole;

  @Column('text')
  @Field(() => String, { description: says('Vai trò, đúng như nguồn ghi.', 'Role as the source words it.') })
  roleName!: string;

  @Column('text')
  @Field(() => String, { description: says('Chức danh đảm nhiệm.', 'Office that holds the place.') })
  office!: string;

  @Column('integer')
  @Field(() => Int, { description: says('Thứ tự trong danh sách.', 'Order on lists.') })
  rank!: number;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày mà nguồn ghi nhận.', 'The date for which the source states it.') })
  asOf!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày bắt đầu; trống nếu chưa rõ.', 'First day; empty when not known.'),
  })
  startsOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối cùng; trống nếu chưa rõ hoặc còn đảm nhiệm; trước ngày đầu nếu bị thay khi chưa có hiệu lực.',
      'Last day; empty when not known, or while it lasts; before the first one where it was replaced before it took effect.',
    ),
  })
  endsOn!: string | null;

  @Derived((row) => firstDaySql(row))
  @Field(() => DateScalar, {
    description: says(
      'Ngày bắt đầu đảm nhiệm theo những gì đã biết: ngày bắt đầu, hoặc ngày mà nguồn ghi nhận.',
      'From when it is in effect as far as is known: the first day, or the date for which the source states it.',
    ),
  })
  inEffectFrom!: string;

  @Derived((row, { table }) => lastDaySql(row, table))
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối đảm nhiệm theo những gì đã biết: ngày cuối cùng, hoặc ngày trước khi nguồn ghi nhận người kế tiếp; trống nếu còn đảm nhiệm.',
      'Until when it is in effect as far as is known: the last day, or the day before the next one is stated; empty while it lasts.',
    ),
  })
  inEffectTo!: string | null;

  @Derived((row, { today, table }) => inEffectSql(row, today, table))
  @Field(() => Boolean, {
    description: says(
      'Hôm nay có đang là thành viên không. Trưởng ban và Phó Trưởng ban Thường trực chỉ được nguồn ghi nhận vào một ngày thì đảm nhiệm đến khi có người kế tiếp.',
      'Whether the membership is in effect today. A head or standing deputy head whom a source states for one date is it until the next one is known.',
    ),
  })
  isCurrent!: boolean;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
