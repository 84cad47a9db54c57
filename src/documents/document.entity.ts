import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source, Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/model/declarations';
import { Programme } from '../programme/public';
import { ApprovalLevel } from './route/approval-level.state';
import { DocumentKind } from './document-kind.state';
import {
  awaitedLevelSql,
  awaitedUnitIdsSql,
  daysLateSql,
  hasOpinionsSql,
  isOverdueSql,
  latestVersionSql,
  nextDueOnSql,
  openOpinionsSql,
  routeSql,
  unansweredOpinionsSql,
} from './document.sql';
import { DocumentState } from './document.state';

/** A paper in which something was decided or proposed; lists of work hang on it. */
@Entity('document')
@Index('document_natural', { synchronize: false })
@Check('document_deadlines', 'submit_by is null or issue_by is null or submit_by <= issue_by')
@Readable({
  prefix: 'do',
  list: 'documents',
  one: { field: 'document', by: 'code' },
  orderBy: ['code'],
  label: 'title',
  title: { vi: 'văn bản', en: 'document' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Văn bản: quy chế, phân công, kế hoạch, đề án, báo cáo.',
    'A paper in which something was decided or proposed.',
  ),
})
export class Document {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Mã số (code) trong hệ thống.', 'Code within this system.') })
  code!: string;

  @Column('uuid', { nullable: true })
  @Index()
  programmeId!: string | null;

  @RelatedRow(() => Programme, { nullable: true, description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme> | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Số, ký hiệu; trống khi chưa ban hành hoặc chưa rõ.',
      'Number and sign; empty when not issued or not known.',
    ),
  })
  number!: string | null;

  @Column('text')
  @Field(() => DocumentKind, { description: says('Loại văn bản.', 'Kind.') })
  kind!: DocumentKind;

  @Column('text', { default: DocumentState.DRAFTING })
  @Field(() => DocumentState, { description: says('Trạng thái.', 'State.') })
  state!: DocumentState;

  @Column('text', { nullable: true })
  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says('Cấp phê duyệt; trống nếu chưa rõ.', 'Level of approval; empty when not known.'),
  })
  approvalLevel!: ApprovalLevel | null;

  @Derived(routeSql)
  @Field(() => [ApprovalLevel], {
    description: says(
      'Các cấp lần lượt phê duyệt, theo cấp phê duyệt (quy tắc R5).',
      'The levels that approve it, one after the other (rule R5).',
    ),
  })
  route!: ApprovalLevel[];

  @Derived(awaitedLevelSql)
  @Field(() => ApprovalLevel, {
    nullable: true,
    description: says('Cấp đang chờ phê duyệt; trống nếu chưa trình.', 'The level that has to approve next.'),
  })
  awaitedLevel!: ApprovalLevel | null;

  @Column('uuid', { nullable: true })
  @Index()
  implementsId!: string | null;

  @RelatedRow(() => Document, {
    nullable: true,
    description: says('Văn bản mà nó triển khai thực hiện.', 'The document that it carries out.'),
  })
  implements!: Relation<Document> | null;

  @Column('uuid', { nullable: true })
  @Index()
  draftingUnitId!: string | null;

  @RelatedRow(() => Unit, { nullable: true, description: says('Đơn vị soạn thảo.', 'The unit that drafts it.') })
  draftingUnit!: Relation<Unit> | null;

  @Column('text')
  @Field(() => String, { description: says('Trích yếu.', 'Title.') })
  title!: string;

  @Column('text')
  @Field(() => String, { description: says('Trích yếu bằng tiếng Anh.', 'English title.') })
  titleEn!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Cơ quan ban hành hoặc soạn thảo, như nguồn ghi.',
      'Body that issued or drafts it, as the source words it.',
    ),
  })
  issuer!: string | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: says('Năm.', 'Year.') })
  year!: number | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày ban hành; trống nếu chưa rõ.', 'Date of issue; empty when not known.'),
  })
  issuedOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày nguồn đưa tin.', 'Date on which the source reported it.'),
  })
  reportedOn!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Hạn trình, ví dụ muộn nhất 26/7.', 'By when it is to be submitted.'),
  })
  submitBy!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: says('Hạn ban hành.', 'By when it is to be issued.') })
  issueBy!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Ngày trình gần nhất.', 'Date of the latest submission.'),
  })
  submittedOn!: string | null;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: says('Số lần đã trình.', 'How many times it was submitted.') })
  submissions!: number;

  @Derived(nextDueOnSql)
  @Field(() => DateScalar, {
    nullable: true,
    description: says('Hạn sắp tới: hạn trình, rồi hạn ban hành.', 'The deadline it has to keep next.'),
  })
  nextDueOn!: string | null;

  @Derived(isOverdueSql)
  @Field(() => Boolean, { description: says('Đã quá hạn sắp tới.', 'Whether that deadline has passed.') })
  isOverdue!: boolean;

  @Derived(daysLateSql)
  @Field(() => Int, {
    nullable: true,
    description: says(
      'Số ngày chậm nhất so với hạn trình hoặc hạn ban hành, đến nay hoặc đến khi xong; trống nếu không rõ ngày.',
      'The most days by which a deadline was or is missed; empty when the dates are not known.',
    ),
  })
  daysLate!: number | null;

  @Derived(latestVersionSql)
  @Field(() => Int, {
    description: says('Số của bản mới nhất; 0 nếu chưa có bản nào.', 'Number of the newest version.'),
  })
  latestVersion!: number;

  @Derived(awaitedUnitIdsSql)
  awaitedUnitIds!: readonly string[];

  @Derived(hasOpinionsSql)
  hasOpinions!: boolean;

  @Derived(openOpinionsSql)
  @Field(() => Int, { description: says('Số ý kiến còn chờ.', 'Opinions that were asked for and have not come.') })
  openOpinions!: number;

  @Derived(unansweredOpinionsSql)
  @Field(() => Int, {
    description: says('Số góp ý chưa được giải trình tiếp thu.', 'Comments that the drafter has not answered.'),
  })
  unansweredOpinions!: number;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
