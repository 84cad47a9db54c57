import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Programme } from './programme.entity';

/** Something publicly known to have happened to a programme. Not an event of the log: it happened outside this system. */
@Entity('chronicle_entry')
@Index(['programmeId', 'happenedOn', 'kind'], { unique: true })
@Readable({ prefix: 'ch', orderBy: ['happenedOn'], title: { vi: 'mốc biên niên', en: 'chronicle entry' } })
@ObjectType({
  implements: Node,
  description: says(
    'Sự kiện đã diễn ra của chương trình, theo nguồn công khai.',
    'Something publicly known to have happened to a programme.',
  ),
})
export class ChronicleEntry {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @RelatedRow(() => Programme, { description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày diễn ra.', 'Date.') })
  happenedOn!: string;

  @Column('text')
  @Field(() => String, { description: says('Loại sự kiện, như nguồn ghi.', 'Kind, as the collection words it.') })
  kind!: string;

  @Column('text')
  @Field(() => String, { description: says('Nội dung.', 'Vietnamese text.') })
  text!: string;

  @Column('text')
  @Field(() => String, { description: says('Nội dung bằng tiếng Anh.', 'English text.') })
  textEn!: string;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
