import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../../organisation/public';
import { Node } from '../../platform/lib/node';
import { RelatedRow } from '../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../platform/lib/row-words';
import { says } from '../../platform/lib/says';
import { declareEnum } from '../../platform/reader/model/declare-enum';
import { Readable } from '../../platform/reader/model/declarations';
import { WorkItem } from '../items/work-item.entity';

/** What a unit does in a work item. */
export enum UnitRoleKind {
  LEAD = 'LEAD',
  COOPERATING = 'COOPERATING',
  ADVISORY = 'ADVISORY',
  MONITORING = 'MONITORING',
}

declareEnum(UnitRoleKind, {
  name: 'UnitRoleKind',
  description: says('Vai trò của đơn vị trong đầu việc.', 'What a unit does in a work item.'),
  values: {
    LEAD: {
      word: { vi: 'Chủ trì', en: 'Answers for the item and reports on it; exactly one unit does' },
      explained: { vi: 'chịu trách nhiệm và báo cáo; mỗi đầu việc đúng một đơn vị.' },
    },
    COOPERATING: {
      word: { vi: 'Phối hợp', en: 'Does a part of the work together with the lead unit' },
      explained: { vi: 'cùng thực hiện phần việc của mình với đơn vị chủ trì.' },
    },
    ADVISORY: {
      word: { vi: 'Tham mưu', en: 'Gives expert advice to the lead unit, and does none of the work' },
      explained: { vi: 'góp ý chuyên môn, đề xuất cho đơn vị chủ trì.' },
    },
    MONITORING: {
      word: { vi: 'Theo dõi, đôn đốc', en: 'Watches the deadlines and urges; does none of the work itself' },
      explained: { vi: 'nhắc việc, không trực tiếp thực hiện.' },
    },
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
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc mà dòng này thuộc về; ai xem được đầu việc thì xem được dòng.',
      'What this belongs to; who may read that may read this.',
    ),
  })
  workItem!: Relation<WorkItem>;

  @Column('text')
  @Field(() => UnitRoleKind, {
    description: says(
      'Đơn vị chủ trì, phối hợp, tham mưu hay theo dõi đầu việc.',
      'Whether the body leads, co-operates, advises or monitors.',
    ),
  })
  role!: UnitRoleKind;

  @Column('uuid')
  @Index()
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Sở, ban, ngành, quận hoặc huyện giữ vai trò này.',
      'The department, office or district that has this part.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('integer')
  rank!: number;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
