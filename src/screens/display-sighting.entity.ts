import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Display } from './display.entity';

/** When a screen was last seen at the other end of a connection. No event tells of it and no history is kept: it changes all day long. */
@Entity('display_sighting')
export class DisplaySighting {
  @PrimaryColumn('uuid')
  displayId!: string;

  @OneToOne(() => Display, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'display_id' })
  display!: Relation<Display>;

  /** By the programme's clock, like everything that is shown beside it. */
  @Column('timestamptz')
  seenAt!: Date;
}
