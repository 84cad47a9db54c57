import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Programme } from './programme.entity';

/** One viewpoint from which a programme proceeds; the five-year plan follows it. */
@Entity('viewpoint')
@Index(['programmeId', 'number'], { unique: true })
@Readable({ prefix: 'vp', list: 'viewpoints', orderBy: ['number'], title: { vi: 'quan điểm', en: 'viewpoint' } })
@ObjectType({
  implements: Node,
  description: says('Quan điểm chỉ đạo của chương trình.', 'A viewpoint from which a programme proceeds.'),
})
export class Viewpoint {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @RelatedRow(() => Programme, { description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => String, { description: says('Số thứ tự.', 'Number.') })
  number!: string;

  @Column('text')
  @Field(() => String, { description: says('Nội dung quan điểm.', 'The viewpoint in Vietnamese.') })
  text!: string;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
