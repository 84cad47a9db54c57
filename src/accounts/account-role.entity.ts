import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../organisation/public';
import type { Role } from '../platform/access/actor';
import { Account } from './account.entity';

/** A role that an account holds, for a unit where the role is a unit's. */
@Entity('account_role')
@Index(['accountId', 'role', 'unitId'], { unique: true })
export class AccountRole {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  accountId!: string;

  @ManyToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account!: Relation<Account>;

  @Column('text')
  role!: Role;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @ManyToOne(() => Unit, { nullable: true })
  @JoinColumn({ name: 'unit_id' })
  unit!: Relation<Unit> | null;
}
