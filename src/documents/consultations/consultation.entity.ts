import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { DateScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Derived, Readable } from '../../platform/reader/model/declarations';
import { consultationDaysLateSql, isAwaitedSql } from './consultation.sql';
import { Document } from '../document.entity';
import { Opinion, OpinionVerdict } from './opinion.state';

/** One unit asked for its opinion on a draft: asked, due, answered, taken in or not and why. */
@Entity('consultation')
@Check('consultation_dates', 'asked_on <= due_on')
@Index(['documentId', 'round', 'unitId'], { unique: true })
@Readable({
  prefix: 'co',
  list: 'consultations',
  orderBy: ['-round', 'dueOn'],
  title: { vi: 'lượt xin ý kiến', en: 'consultation' },
})
@ObjectType({
  implements: Node,
  description: says('Một đơn vị được xin ý kiến về dự thảo.', 'One unit asked for its opinion on a draft.'),
})
export class Consultation {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  documentId!: string;

  @RelatedRow(() => Document, { onDelete: 'CASCADE', description: says('Văn bản.', 'Document.') })
  document!: Relation<Document>;

  @Column('integer')
  @Field(() => Int, { description: says('Lần xin ý kiến thứ mấy.', 'Number of the round.') })
  round!: number;

  @Column('integer')
  @Field(() => Int, { description: says('Bản được gửi đi.', 'Number of the version that was sent.') })
  versionNumber!: number;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, { description: says('Đơn vị được hỏi.', 'The unit that was asked.') })
  unit!: Relation<Unit>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày gửi.', 'Date on which it was asked.') })
  askedOn!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Hạn trả lời.', 'By when it is to answer.') })
  dueOn!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: says('Ngày trả lời.', 'Date of its answer.') })
  answeredOn!: string | null;

  /** When the document was finalised without waiting for it. */
  @Column('date', { nullable: true })
  waivedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Opinion, { nullable: true, description: says('Ý kiến.', 'Its opinion.') })
  opinion!: Opinion | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Nội dung góp ý.', 'Its comments.') })
  text!: string | null;

  @Column('uuid', { nullable: true })
  @Index()
  recordedById!: string | null;

  @RelatedRow(() => Account, { nullable: true, description: says('Người ghi ý kiến.', 'Who recorded the opinion.') })
  recordedBy!: Relation<Account> | null;

  @Column('text', { nullable: true })
  @Field(() => OpinionVerdict, {
    nullable: true,
    description: says('Tiếp thu hay không.', 'Whether it was taken in.'),
  })
  verdict!: OpinionVerdict | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Giải trình vì sao.', 'Why.') })
  verdictReason!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: says('Ngày giải trình.', 'Date of the verdict.') })
  resolvedOn!: string | null;

  @Column('uuid', { nullable: true })
  @Index()
  resolvedById!: string | null;

  @RelatedRow(() => Account, { nullable: true, description: says('Người giải trình.', 'Who gave the verdict.') })
  resolvedBy!: Relation<Account> | null;

  @Derived(isAwaitedSql)
  @Field(() => Boolean, {
    description: says(
      'Còn chờ ý kiến: văn bản đang xin ý kiến, đơn vị chưa trả lời và chưa được hỏi lại.',
      'Whether the opinion is still awaited: the document is out for opinions, the unit has not answered and was not asked again.',
    ),
  })
  isAwaited!: boolean;

  @Derived(consultationDaysLateSql)
  @Field(() => Int, {
    description: says(
      'Số ngày trả lời chậm: đến khi trả lời, đến khi không còn chờ nữa, hoặc đến nay.',
      'Days late: until it answered, until nobody waited for it any more, or today.',
    ),
  })
  daysLate!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
