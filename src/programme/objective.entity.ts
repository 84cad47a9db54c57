import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Programme } from './programme.entity';

/** One objective that a programme sets. */
@Entity('objective')
@Index(['programmeId', 'number'], { unique: true })
@Readable({ prefix: 'ob', orderBy: ['number'], title: { vi: 'mục tiêu', en: 'objective' } })
@ObjectType({ implements: Node, description: says('Mục tiêu của chương trình.', 'An objective of a programme.') })
export class Objective {
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
  @Field(() => String, { description: says('Nội dung mục tiêu.', 'The objective in Vietnamese.') })
  text!: string;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
