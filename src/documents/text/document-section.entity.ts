import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { SectionKind } from '../document-kind.state';
import { DocumentVersion } from './document-version.entity';

/** One section of a version of a document: I, II, III of a plan, the parts of a regulation. */
@Entity('document_section')
@Index(['versionId', 'kind'], { unique: true })
@Readable({
  prefix: 'ds',
  list: 'documentSections',
  orderBy: ['ordinal'],
  title: { vi: 'mục của văn bản', en: 'document section' },
})
@ObjectType({ implements: Node, description: says('Một mục của một bản văn bản.', 'One section of a version.') })
export class DocumentSection {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  versionId!: string;

  @RelatedRow(() => DocumentVersion, { onDelete: 'CASCADE', description: says('Bản của văn bản.', 'Version.') })
  version!: Relation<DocumentVersion>;

  @Column('integer')
  @Field(() => Int, { description: says('Thứ tự: I, II, III.', 'Its place: I, II, III.') })
  ordinal!: number;

  @Column('text')
  @Field(() => SectionKind, { description: says('Nội dung của mục.', 'What it is about.') })
  kind!: SectionKind;

  @Column('text')
  @Field(() => String, { description: says('Lời văn.', 'Its text.') })
  text!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
