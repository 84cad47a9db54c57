import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { Document } from '../document.entity';

/** A list attached to a document, with the number of rows that it must hold (rule R1: 29 and 32). */
@Entity('appendix')
@Index('appendix_natural', { synchronize: false })
@Check('appendix_expected_count', 'expected_count > 0')
@Readable({
  prefix: 'ap',
  list: 'appendices',
  one: { field: 'appendix', by: 'code' },
  orderBy: ['code'],
  label: 'title',
  title: { vi: 'phụ lục', en: 'appendix' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Phụ lục của văn bản: danh mục với số dòng quy định.',
    'A list attached to a document, with the number of rows it must hold.',
  ),
})
export class Appendix {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, { description: says('Mã số (code) của phụ lục.', 'Code.') })
  code!: string;

  @Column('uuid')
  @Index()
  documentId!: string;

  @RelatedRow(() => Document, { description: says('Văn bản.', 'Document.') })
  document!: Relation<Document>;

  @Column('text')
  @Field(() => String, { description: says('Tên phụ lục.', 'Title.') })
  title!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên phụ lục bằng tiếng Anh.', 'English title.') })
  titleEn!: string;

  @Column('integer')
  @Field(() => Int, { description: says('Số dòng phải có.', 'Number of rows it must hold.') })
  expectedCount!: number;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
