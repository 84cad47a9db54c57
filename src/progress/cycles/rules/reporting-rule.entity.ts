import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Check, Column, Entity, Index, PrimaryGeneratedColumn, type Relation } from 'typeorm';
import { Node } from '../../../platform/lib/node';
import { RelatedRow } from '../../../platform/lib/related-row';
import { ROW_ID, SAMPLE_ROW } from '../../../platform/lib/row-words';
import { DateScalar } from '../../../platform/lib/scalars';
import { says } from '../../../platform/lib/says';
import { Readable } from '../../../platform/reader/model/declarations';
import { Programme } from '../../../programme/public';
import { ReportingRuleKind } from './reporting-rule-kind';
import { ReportingScope } from './reporting-scope';

/** By what a programme's periodic cycles are made: how often, and when each opens, is due and closes. */
@Entity('reporting_rule')
@Index(['programmeId'])
@Check('reporting_rule_dates', 'valid_to is null or valid_from <= valid_to')
@Readable({
  prefix: 'rr',
  list: 'reportingRules',
  orderBy: ['kind', '-validFrom'],
  label: 'kind',
  title: { vi: 'chế độ báo cáo', en: 'reporting rule' },
  rows: {
    vi: 'Chế độ báo cáo định kỳ của các chương trình, kể cả chế độ đã hết hiệu lực. Ai đăng nhập cũng đọc được.',
    en: 'By what the rounds of programmes are made, rules that have ended included. Everybody who is signed in reads them.',
    where: '{ kind: { eq: QUARTERLY } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Chế độ báo cáo định kỳ của một chương trình. Kỳ đang chạy và kỳ kế tiếp của mỗi chế độ luôn có sẵn.',
    'A rule by which the periodic rounds of a programme are made. The running round and the next one always exist.',
  ),
})
export class ReportingRule {
  @PrimaryGeneratedColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  programmeId!: string;

  @RelatedRow(() => Programme, {
    description: says('Chương trình công tác áp dụng chế độ này.', 'For whose work items the rule holds.'),
  })
  programme!: Relation<Programme>;

  @Column('text')
  @Field(() => ReportingRuleKind, {
    description: says('Bao lâu báo cáo một lần.', 'Length of the periods that are reported on.'),
  })
  kind!: ReportingRuleKind;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Kỳ mở trước ngày cuối của thời gian báo cáo bao nhiêu ngày (ngày theo lịch).',
      'How many calendar days before the period’s last day reports are first taken.',
    ),
  })
  opensDaysBeforeEnd!: number;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Hạn nộp sau ngày cuối của thời gian báo cáo bao nhiêu ngày làm việc; số âm là trước ngày đó.',
      'How many working days after the period’s last day reports are due; before it where negative.',
    ),
  })
  dueWorkingDays!: number;

  @Column('integer')
  @Field(() => Int, {
    description: says(
      'Kỳ khóa sau hạn nộp bao nhiêu ngày làm việc.',
      'How many working days after the due date late reports are still taken.',
    ),
  })
  closesWorkingDays!: number;

  @Column(() => ReportingScope)
  @Field(() => ReportingScope, {
    description: says(
      'Đầu việc nào phải báo cáo theo chế độ này.',
      'Which items are reported on; each round keeps what held when it was made.',
    ),
  })
  appliesTo!: ReportingScope;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Áp dụng cho các kỳ kết thúc từ ngày này.',
      'First day for which it holds: for periods that end on it or later.',
    ),
  })
  validFrom!: string;

  @Column('date', { nullable: true })
  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Áp dụng cho các kỳ kết thúc đến hết ngày này; trống khi còn áp dụng.',
      'Last day for which it holds; empty while no end is set.',
    ),
  })
  validTo!: string | null;

  /** From which day on it makes cycles: none for periods that were over when it was set. */
  @Column('date')
  madeSince!: string;

  @Column('boolean', { default: false })
  @Field(() => Boolean, { description: SAMPLE_ROW })
  isSample!: boolean;
}
