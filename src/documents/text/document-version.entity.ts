import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../../accounts/public';
import { Node } from '../../platform/lib/node';
import { DateTimeScalar } from '../../platform/lib/scalars';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { Document } from '../document.entity';

/** The wording of a document at one time. A revision makes another; none is overwritten. */
@Entity('document_version')
@Index(['documentId', 'number'], { unique: true })
@Readable({
  prefix: 'dv',
  orderBy: ['number'],
  label: 'title',
  title: { vi: 'bản của văn bản', en: 'document version' },
})
@ObjectType({
  implements: Node,
  description: says('Một bản của văn bản; bản sau không ghi đè bản trước.', 'The wording of a document at one time.'),
})
export class DocumentVersion {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  documentId!: string;

  @RelatedRow(() => Document, { onDelete: 'CASCADE', description: says('Văn bản.', 'Document.') })
  document!: Relation<Document>;

  @Column('integer')
  @Field(() => Int, { description: says('Số thứ tự của bản, từ 1.', 'Number, from 1.') })
  number!: number;

  // empty by default: versions are written with their titles
  @Column('text', { default: '' })
  @Field(() => String, {
    description: says(
      'Trích yếu của văn bản trong bản này; bản sau có thể đổi.',
      'Title of the document in this version; a later one may have another.',
    ),
  })
  title!: string;

  @Column('text', { default: '' })
  @Field(() => String, {
    description: says(
      'Trích yếu bằng tiếng Anh trong bản này; bản sau có thể đổi.',
      'English title of the document in this version; a later one may have another.',
    ),
  })
  titleEn!: string;

  @Column('text')
  @Field(() => String, { description: says('Nội dung thay đổi so với bản trước.', 'What was changed, in words.') })
  note!: string;

  @Column('uuid')
  @Index()
  writtenById!: string;

  @RelatedRow(() => Account, { description: says('Người soạn.', 'Who wrote it.') })
  writtenBy!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm lập bản.', 'When it was written.') })
  writtenAt!: Date;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
