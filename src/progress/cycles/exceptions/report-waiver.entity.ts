import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../../platform/lib/node';
import { RelatedRow } from '../../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../../platform/lib/row-words';
import { DateScalar } from '../../../platform/lib/scalars';
import { says } from '../../../platform/lib/says';
import { Readable } from '../../../platform/reader/model/declarations';
import { WorkItem } from '../../../work/public';
import { ReportingCycle } from '../reporting-cycle.entity';

/** That no report on an item is expected for a cycle, and why. */
@Entity('report_waiver')
@Index(['workItemId', 'cycleId'], { unique: true })
@Readable({
  prefix: 'rw',
  list: 'reportWaivers',
  orderBy: ['-waivedOn'],
  title: { vi: 'lần miễn báo cáo', en: 'waiver of a report' },
  rows: {
    vi: 'Các báo cáo được miễn, kèm lý do, mới nhất trước. Ai đăng nhập cũng đọc được, trừ màn hình phòng họp.',
    en: 'Reports that are not expected, with the reason, newest first. Everybody who is signed in reads them, rooms do not.',
    where: '{ reason: { contains: "tạm dừng" } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Miễn báo cáo một đầu việc trong một kỳ: không phải nộp, không tính là thiếu.',
    'That an item is not reported on for a round: none is owed, and none counts as missing.',
  ),
})
export class ReportWaiver {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, {
    onDelete: 'CASCADE',
    description: says('Đầu việc được miễn báo cáo.', 'The item on which no report is expected.'),
  })
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  @Index()
  cycleId!: string;

  @RelatedRow(() => ReportingCycle, {
    description: says('Kỳ báo cáo được miễn.', 'The round for which none is expected.'),
  })
  cycle!: Relation<ReportingCycle>;

  @Column('text')
  @Field(() => String, { description: says('Vì sao được miễn.', 'Why none is expected.') })
  reason!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cơ quan thường trực quyết định không yêu cầu báo cáo.',
      'On which day the secretariat decided to expect none.',
    ),
  })
  waivedOn!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
