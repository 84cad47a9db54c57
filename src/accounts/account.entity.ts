import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { DateTimeScalar } from '../platform/lib/scalars';
import { RelatedRow } from '../platform/lib/related-row';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';

/** Whom the server knows. What must never leave it (the password) lies in AccountSecret. */
@Entity('account')
@Readable({
  prefix: 'ac',
  list: 'accounts',
  orderBy: ['displayName'],
  label: 'displayName',
  title: { vi: 'tài khoản', en: 'account' },
})
@ObjectType({
  implements: Node,
  description: says('Tài khoản người dùng hoặc màn hình.', 'Whom the server knows: a person at work, or a screen.'),
})
export class Account {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('text', { nullable: true })
  @Index({ unique: true })
  email!: string | null;

  @Column('text')
  @Field(() => String, { description: says('Tên hiển thị.', 'Name shown beside what the account did.') })
  displayName!: string;

  @Column('uuid', { nullable: true })
  @Index()
  unitId!: string | null;

  @RelatedRow(() => Unit, { nullable: true, description: says('Đơn vị công tác.', 'Unit in which the person works.') })
  unit!: Relation<Unit> | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Thời điểm bị khóa; trống nếu đang dùng.', 'When it was disabled; empty while it is in use.'),
  })
  disabledAt!: Date | null;
}
