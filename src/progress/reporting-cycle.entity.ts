import { Field, ID, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../platform/lib/node';
import { DateScalar, PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { Derived, Readable } from '../platform/reader/declarations';
import { Programme } from '../programme/public';

/** A period for which units report: from when, until when on time, and until when at all (rule R15: then it is locked). */
@Entity('reporting_cycle')
@Index(['programmeId', 'period'], { unique: true })
@Check('reporting_cycle_dates', 'opens_on <= due_on and due_on <= closes_on')
@Readable({
  prefix: 'rc',
  list: 'reportingCycles',
  orderBy: ['-endsOn'],
  title: { vi: 'kỳ báo cáo', en: 'reporting cycle' },
})
@ObjectType({
  implements: Node,
  description: says('Kỳ báo cáo của một chương trình.', 'A period for which units report.'),
})
export class ReportingCycle {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: says('Mã định danh.', 'Opaque id.') })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @ManyToOne(() => Programme)
  @JoinColumn({ name: 'programme_id' })
  @Field(() => Programme, { nullable: true, description: says('Chương trình.', 'Programme.') })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => PeriodScalar, { description: says('Kỳ.', 'Period.') })
  period!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày cuối kỳ.', 'Last date of the period.') })
  endsOn!: string;

  @Column('date')
  @Field(() => DateScalar, { description: says('Ngày mở nhận báo cáo.', 'First day on which reports are taken.') })
  opensOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Hạn nộp báo cáo; sau ngày này là chậm, phải nêu lý do.',
      'Due date; later reports are late and need a reason.',
    ),
  })
  dueOn!: string;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối cùng nhận báo cáo; sau đó kỳ bị khóa.',
      'Last day on which reports are taken; then the period is locked.',
    ),
  })
  closesOn!: string;

  @Derived((row, { today }) => `(${row}.opens_on <= ${today}::date and ${row}.closes_on >= ${today}::date)`)
  @Field(() => Boolean, {
    description: says('Hôm nay có nhận báo cáo của kỳ này không.', 'Whether reports for it are taken today.'),
  })
  isOpen!: boolean;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: says('Dòng mẫu, không phải thông tin thật.', 'A sample row, not a fact.') })
  isSample!: boolean;
}
