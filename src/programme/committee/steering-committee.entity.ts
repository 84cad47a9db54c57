import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { Readable } from '../../platform/reader/model/declarations';
import { Programme } from '../programme.entity';

/** The committee that steers one programme. */
@Entity('steering_committee')
@Readable({ prefix: 'sc', orderBy: ['name'], label: 'name', title: { vi: 'Ban Chỉ đạo', en: 'steering committee' } })
@ObjectType({
  implements: Node,
  description: says('Ban Chỉ đạo chương trình.', 'The committee that steers a programme.'),
})
export class SteeringCommittee {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  @Index({ unique: true })
  programmeId!: string;

  @RelatedRow(() => Programme, { description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => String, { description: says('Tên Ban Chỉ đạo.', 'Vietnamese name.') })
  name!: string;

  @Column('text')
  @Field(() => String, { description: says('Tên Ban Chỉ đạo bằng tiếng Anh.', 'English name.') })
  nameEn!: string;

  /** From which dates it was re-formed, each once, in their order: also those by which nobody came or left. */
  @Column('text', { array: true, default: '{}' })
  reformedOn!: string[];
}
