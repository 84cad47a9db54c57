import { Column, Entity, OneToOne, JoinColumn, PrimaryColumn, type Relation } from 'typeorm';
import { Account } from './account.entity';

/** The password of an account, hashed by argon2id. No GraphQL type: it never leaves the server. */
@Entity('account_secret')
export class AccountSecret {
  @PrimaryColumn('uuid')
  accountId!: string;

  @OneToOne(() => Account, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'account_id' })
  account!: Relation<Account>;

  @Column('text')
  passwordHash!: string;
}
