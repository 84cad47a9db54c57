import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { JoinColumn, ManyToOne } from 'typeorm';
import { Unit } from '../../organisation/public';
import { WorkItem } from '../items/work-item.entity';

/** That another unit led an item before a day: what was owed then stays with it. */
@Entity('former_lead')
@Index(['workItemId', 'endedOn'])
export class FormerLead {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn()
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  unitId!: string;

  @ManyToOne(() => Unit)
  @JoinColumn()
  unit!: Relation<Unit>;

  /** First day on which it led no more. */
  @Column('date')
  endedOn!: string;
}
