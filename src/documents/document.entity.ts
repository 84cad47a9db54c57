import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/declarations';
import { Programme } from '../programme/public';

/** What a document is for. */
export enum DocumentKind {
  REGULATION = 'REGULATION',
  ASSIGNMENT = 'ASSIGNMENT',
  PLAN = 'PLAN',
  INSPECTION_PLAN = 'INSPECTION_PLAN',
  SCHEME = 'SCHEME',
  PROGRAMME = 'PROGRAMME',
  REPORT = 'REPORT',
}

registerEnumType(DocumentKind, {
  name: 'DocumentKind',
  description: says('Loại văn bản.', 'What a document is for.'),
  valuesConfig: {
    REGULATION: { description: says('Quy chế hoạt động.', 'Operating regulation.') },
    ASSIGNMENT: { description: says('Phân công nhiệm vụ.', 'Assignment of duties.') },
    PLAN: { description: says('Kế hoạch.', 'Plan.') },
    INSPECTION_PLAN: { description: says('Kế hoạch kiểm tra.', 'Inspection plan.') },
    SCHEME: { description: says('Đề án.', 'Scheme.') },
    PROGRAMME: { description: says('Chương trình.', 'Programme.') },
    REPORT: { description: says('Báo cáo.', 'Report.') },
  },
});

/** A paper in which something was decided or proposed; lists of work hang on it. */
@Entity('document')
@Readable({
  prefix: 'do',
  list: 'documents',
  one: { field: 'document', by: 'code' },
  orderBy: ['code'],
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
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Mã trong hệ thống.', 'Code within this system.') })
  code!: string;

  @Column('uuid', { nullable: true })
  @Index()
  programmeId!: string | null;

  @ManyToOne(() => Programme, { nullable: true })
  @JoinColumn({ name: 'programme_id' })
  @Field(() => Programme, { nullable: true, description: says('Chương trình.', 'Programme.') })
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

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
