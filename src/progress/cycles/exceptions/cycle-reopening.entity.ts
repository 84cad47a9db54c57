import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Unit } from '../../../organisation/public';
import { Node } from '../../../platform/lib/node';
import { RelatedRow } from '../../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../../platform/lib/row-words';
import { DateScalar } from '../../../platform/lib/scalars';
import { says } from '../../../platform/lib/says';
import { Derived, Readable } from '../../../platform/reader/model/declarations';
import { WorkItem } from '../../../work/public';
import { ReportingCycle } from '../reporting-cycle.entity';

/** An exception to a locked cycle (rule R15): reports of one unit, or on one item, are taken until a day. */
@Entity('cycle_reopening')
@Check('cycle_reopening_for_one', '(unit_id is null) <> (work_item_id is null)')
@Readable({
  prefix: 'cyr',
  list: 'cycleReopenings',
  orderBy: ['-reopenedOn', '-until'],
  title: { vi: 'lần mở lại kỳ', en: 'reopening of a cycle' },
  rows: {
    vi: 'Các lần mở lại một kỳ đã khóa cho một đơn vị hoặc một đầu việc, mới nhất trước. Ai đăng nhập cũng đọc được, trừ màn hình phòng họp.',
    en: 'Exceptions by which a locked round takes reports of one unit, or on one item, newest first. Everybody who is signed in reads them, rooms do not.',
    where: '{ isInForce: { eq: true } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Ngoại lệ của một kỳ đã khóa: cho một đơn vị hoặc một đầu việc, đến một ngày, kèm lý do.',
    'An exception to a locked round: for one unit or one item, until a day, with the reason.',
  ),
})
export class CycleReopening {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  @Index()
  cycleId!: string;

  @RelatedRow(() => ReportingCycle, {
    description: says('Kỳ báo cáo được mở lại.', 'The round that takes reports again.'),
  })
  cycle!: Relation<ReportingCycle>;

  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @RelatedRow(() => Unit, {
    nullable: true,
    description: says(
      'Đơn vị được nộp, cho mọi đầu việc mà đơn vị chủ trì; trống khi mở lại cho một đầu việc.',
      'Whose items may be reported on; empty where it is for one item.',
    ),
  })
  unit!: Relation<Unit> | null;

  @Column('uuid', { nullable: true })
  workItemId!: string | null;

  @RelatedRow(() => WorkItem, {
    nullable: true,
    onDelete: 'CASCADE',
    description: says(
      'Đầu việc được báo cáo; trống khi mở lại cho cả đơn vị.',
      'The item that may be reported on; empty where it is for a whole unit.',
    ),
  })
  workItem!: Relation<WorkItem> | null;

  @Column('date')
  @Field(() => DateScalar, {
    description: says('Ngày cuối còn nhận báo cáo.', 'Last day on which reports are taken by it.'),
  })
  until!: string;

  @Column('text')
  @Field(() => String, { description: says('Vì sao mở lại kỳ đã khóa.', 'Why the lock does not hold here.') })
  reason!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cơ quan thường trực cho nộp lại sau khi kỳ đã khóa.',
      'On which day the secretariat made the exception.',
    ),
  })
  reopenedOn!: string;

  @Derived((row, { today }) => `(${row}.until >= ${today}::date)`)
  @Field(() => Boolean, {
    description: says('Hôm nay còn nhận báo cáo theo ngoại lệ này không.', 'Whether it takes reports today.'),
  })
  isInForce!: boolean;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
