import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../organisation/public';
import { Node } from '../platform/lib/node';
import { says } from '../platform/lib/says';
import { Readable } from '../platform/reader/declarations';
import { WorkItem } from './work-item.entity';

/** What a unit does in a work item. */
export enum UnitRoleKind {
  LEAD = 'LEAD',
  COOPERATING = 'COOPERATING',
  ADVISORY = 'ADVISORY',
  MONITORING = 'MONITORING',
}

registerEnumType(UnitRoleKind, {
  name: 'UnitRoleKind',
  description: says('Vai trò của đơn vị trong đầu việc.', 'What a unit does in a work item.'),
  valuesConfig: {
    LEAD: { description: says('Chủ trì.', 'Leads.') },
    COOPERATING: { description: says('Phối hợp.', 'Co-operates.') },
    ADVISORY: { description: says('Tham mưu.', 'Advises.') },
    MONITORING: { description: says('Theo dõi, đôn đốc.', 'Monitors.') },
  },
});

/** A unit's role in a work item; exactly one unit leads (rule R3). */
@Entity('unit_role')
@Index(['workItemId', 'unitId'], { unique: true })
@Index('unit_role_one_lead', ['workItemId'], { unique: true, where: "role = 'LEAD'" })
@Readable({ prefix: 'ur', orderBy: ['rank'], title: { vi: 'vai trò đơn vị', en: 'unit role' } })
@ObjectType({
  implements: Node,
  description: says('Vai trò của một đơn vị trong một đầu việc.', 'A unit’s role in a work item.'),
})
export class UnitRole {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @ManyToOne(() => WorkItem, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'work_item_id' })
  @Field(() => WorkItem, { nullable: true, description: says('Đầu việc.', 'Work item.') })
  workItem!: Relation<WorkItem>;

  @Column('text')
  @Field(() => UnitRoleKind, { description: says('Vai trò.', 'Role.') })
  role!: UnitRoleKind;

  @Column('uuid')
  @Index()
  unitId!: string;

  @ManyToOne(() => Unit)
  @JoinColumn({ name: 'unit_id' })
  @Field(() => Unit, { nullable: true, description: says('Đơn vị.', 'Unit.') })
  unit!: Relation<Unit>;

  @Column('integer')
  rank!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
