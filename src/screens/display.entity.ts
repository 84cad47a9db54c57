import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Account } from '../accounts/public';
import { Node } from '../platform/lib/node';
import { DateTimeScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Programme } from '../programme/public';

/** A meeting-room screen: a read-only account of its own, opened by a link that the secretariat makes. */
@Entity('display')
@Readable({
  prefix: 'di',
  list: 'displays',
  orderBy: ['name'],
  label: 'name',
  title: { vi: 'màn hình', en: 'display' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Màn hình phòng họp: chỉ đọc, chỉ thấy số liệu đã chấp nhận.',
    'A meeting-room screen: read-only, sees accepted data alone.',
  ),
})
export class Display {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text')
  // the name of a screen that was revoked is free for another one
  @Index('display_name_in_use', { unique: true, where: 'revoked_at is null' })
  @Field(() => String, { description: says('Tên phòng.', 'Name of the room.') })
  name!: string;

  @Column('uuid')
  @Index()
  programmeId!: string;

  @RelatedRow(() => Programme, { description: says('Chương trình được chiếu.', 'Programme that it shows.') })
  programme!: Relation<Programme>;

  @Column('uuid')
  @Index()
  accountId!: string;

  @ManyToOne(() => Account)
  @JoinColumn({ name: 'account_id' })
  account!: Relation<Account>;

  @Column('timestamptz')
  @Field(() => DateTimeScalar, { description: says('Thời điểm tạo.', 'When it was made.') })
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm thu hồi.', 'When its link was revoked.'),
  })
  revokedAt!: Date | null;
}
