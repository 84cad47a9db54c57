import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source, Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SHORT_NAME, SHORT_NAME_EN } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Term } from './term.entity';

/** One of the ten work programmes of a term. */
@Entity('programme')
@Check('programme_short_name_length', 'char_length(short_name) <= 24 and char_length(short_name_en) <= 24')
@Readable({
  prefix: 'pr',
  list: 'programmes',
  one: { field: 'programme', by: 'code' },
  orderBy: ['number'],
  label: 'shortName',
  title: { vi: 'chương trình', en: 'programme' },
})
@ObjectType({
  implements: Node,
  description: says('Chương trình công tác toàn khóa.', 'One of the ten work programmes of a term.'),
})
export class Programme {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Số hiệu, ví dụ `07-CTr/TU`.', 'Code, for instance `07-CTr/TU`.') })
  code!: string;

  @Column('integer')
  @Field(() => Int, { description: says('Số thứ tự trong nhiệm kỳ.', 'Number within the term.') })
  number!: number;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Tên chương trình; trống nếu chưa tìm thấy nguồn.',
      'Vietnamese title; empty where no source was found.',
    ),
  })
  title!: string | null;

  @Column('text')
  @Field(() => String, { description: says('Tên chương trình bằng tiếng Anh.', 'English title.') })
  titleEn!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME })
  shortName!: string;

  @Column('text')
  @Field(() => String, { description: SHORT_NAME_EN })
  shortNameEn!: string;

  @Column('integer')
  @Field(() => Int, { description: says('Năm bắt đầu.', 'First year.') })
  periodFrom!: number;

  @Column('integer')
  @Field(() => Int, { description: says('Năm kết thúc.', 'Last year.') })
  periodTo!: number;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, { nullable: true, description: says('Ngày ban hành.', 'Date of issue.') })
  issuedOn!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Cơ quan ban hành.', 'Issuing body.') })
  issuer!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: says('Mục tiêu chung.', 'General goal.') })
  generalGoal!: string | null;

  @Column('uuid')
  @Index()
  termId!: string;

  @RelatedRow(() => Term, { description: says('Nhiệm kỳ.', 'Term.') })
  term!: Relation<Term>;

  @Column('uuid', { nullable: true })
  @Index()
  standingAgencyId!: string | null;

  @RelatedRow(() => Unit, {
    nullable: true,
    description: says('Cơ quan thường trực của Ban Chỉ đạo.', 'Standing agency of the steering committee.'),
  })
  standingAgency!: Relation<Unit> | null;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
