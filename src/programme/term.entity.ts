import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Source } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';

/** A term of the city's Party Committee, over which its ten programmes run. */
@Entity('term')
@Readable({ prefix: 'te', list: 'terms', orderBy: ['yearFrom'], label: 'name', title: { vi: 'nhiệm kỳ', en: 'term' } })
@ObjectType({ implements: Node, description: says('Nhiệm kỳ của Thành ủy.', 'A term of the city’s Party Committee.') })
export class Term {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  @Index({ unique: true })
  @Field(() => String, {
    description: says('Mã số (code) của nhiệm kỳ, ví dụ `2020-2025`.', 'Code, for instance `2020-2025`.'),
  })
  code!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên nhiệm kỳ.', 'Name of the term.') })
  name!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên nhiệm kỳ bằng tiếng Anh.', 'English name of the term.') })
  nameEn!: string;

  @Column('integer')
  yearFrom!: number;

  @Column(() => Source)
  @Field(() => Source, { description: says('Nguồn thông tin.', 'Source.') })
  source!: Source;
}
