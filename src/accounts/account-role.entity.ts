import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../organisation/public';
import type { Role } from '../platform/access/actor';
import { Node } from '../platform/lib/node';
import { RelatedRow } from '../platform/lib/related-row';
import { DateScalar } from '../platform/lib/scalars';
import { ROW_ID } from '../platform/lib/row-words';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/model/declarations';
import { Account } from './account.entity';
import { RoleEnum } from './role.enum';

/** A role that an account holds, for a unit where the role is a unit's. */
@Entity('account_role')
@Index(['accountId', 'role', 'unitId'])
@Index(['unitId', 'role'])
@Check('account_role_valid', 'valid_from <= valid_to')
@Readable({
  prefix: 'ar',
  list: 'accountRoles',
  orderBy: ['accountId', 'role'],
  title: { vi: 'vai trò tài khoản', en: 'account role' },
})
@ObjectType({
  implements: Node,
  description: says(
    'Vai trò được giao cho một tài khoản; chỉ quản trị viên và ủy ban kiểm tra xem được.',
    'A role given to an account; for administrators and inspectors alone.',
  ),
})
export class AccountRole {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  accountId!: string;

  @RelatedRow(() => Account, { onDelete: 'CASCADE', description: says('Tài khoản.', 'The account.') })
  account!: Relation<Account>;

  @Column('text')
  @Field(() => RoleEnum, { description: says('Vai trò.', 'The role.') })
  role!: Role;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @RelatedRow(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị mà vai trò được giao; trống nếu là vai trò chung.',
      'The unit for which it is held; empty for roles over the whole programme.',
    ),
  })
  unit!: Relation<Unit> | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày đầu tiên có hiệu lực (ủy quyền); trống là từ khi giao.',
      'First day on which it is in force, for a delegation; empty where it is since it was given.',
    ),
  })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Ngày cuối cùng còn hiệu lực (ủy quyền); trống là đến khi thu hồi.',
      'Last day on which it is in force, for a delegation; empty where it is until it is taken away.',
    ),
  })
  validTo!: string | null;
}
