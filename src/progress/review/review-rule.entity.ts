import { Column, Entity, JoinColumn, OneToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import type { ApprovalLevel } from '../../documents/public';
import { Programme } from '../../programme/public';
import type { ReviewLevel } from './review-level.state';

/** The levels that reports of a programme go through, where it has stated them; read as facts of the programme. */
@Entity('review_rule')
export class ReviewRule {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @OneToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  programme!: Relation<Programme>;

  @Column('text', { array: true })
  levels!: ReviewLevel[];

  /** From which approval level of its item on a report goes to the standing deputy head; null where none does. */
  @Column('text', { nullable: true })
  standingDeputyHeadFrom!: ApprovalLevel | null;
}
