import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Appendix } from '../../documents/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { DateScalar, DateTimeScalar } from '../../platform/lib/scalars';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import './list-review.enum';
import { reviewStateSql } from './list-review.sql';
import { ListReviewState } from './list-review.state';

/** One unit asked to go through what it has on a list: what must change it registers again, else it says that nothing must. */
@Entity('list_review')
@Check('list_review_dates', 'opened_on <= due_on')
@Index(['appendixId', 'unitId', 'openedOn'], { unique: true })
@Readable({
  prefix: 'lr',
  list: 'listReviews',
  orderBy: ['-openedOn', 'dueOn'],
  label: 'dueOn',
  title: { vi: 'lượt rà soát danh mục', en: 'list review' },
  rows: {
    vi: 'Mỗi đơn vị được hỏi về một phụ lục là một dòng, lần hỏi mới nhất trước; đơn vị im lặng quá hạn cũng hiện ra. Mọi người đăng nhập đều đọc được.',
    en: 'One row for each unit that was asked about a list, the newest asking first; who is silent shows. Everybody who is signed in reads them.',
    where: '{ state: { eq: OVERDUE } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một đơn vị được yêu cầu rà soát phần việc của mình trong một phụ lục.',
    'One unit asked to go through what it has on a list, by a date.',
  ),
})
export class ListReview {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  appendixId!: string;

  @RelatedRow(() => Appendix, {
    onDelete: 'CASCADE',
    description: says('Phụ lục được rà soát.', 'The list that is gone through.'),
  })
  appendix!: Relation<Appendix>;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Đơn vị được hỏi, có vai trò trong ít nhất một dòng.',
      'Who was asked, having a part in at least one row.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày hỏi.', 'Day on which the unit was asked.') })
  openedOn!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn trả lời.', 'Last day on which an answer is on time.') })
  dueOn!: string;

  @Derived(reviewStateSql)
  @Field(() => ListReviewState, {
    description: says(
      'Đơn vị đã trả lời chưa: xác nhận, đăng ký điều chỉnh, còn hạn hay im lặng quá hạn.',
      'Whether the unit has answered: confirmed, registered changes, still has time, or is silent.',
    ),
  })
  state!: ListReviewState;

  @Column('uuid', { nullable: true })
  @Index()
  confirmedById!: string | null;

  @RelatedRow(() => Account, {
    nullable: true,
    description: says('Người xác nhận.', 'Who said for the unit that nothing must change.'),
  })
  confirmedBy!: Relation<Account> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm xác nhận; trống nếu chưa.', 'When that was said; empty until then.'),
  })
  confirmedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says('Ghi chú khi xác nhận.', 'What the unit added to it, in words.'),
  })
  note!: string | null;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
