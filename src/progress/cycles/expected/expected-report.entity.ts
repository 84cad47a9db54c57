import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn, type Relation } from 'typeorm';
import { Unit } from '../../../organisation/public';
import { Node } from '../../../platform/lib/node';
import { RelatedRow } from '../../../platform/lib/related-row';
import { ROW_ID } from '../../../platform/lib/row-words';
import { DateScalar } from '../../../platform/lib/scalars';
import { says } from '../../../platform/lib/says';
import { Derived, DerivedRelation, Readable } from '../../../platform/reader/model/declarations';
import { declareEnum } from '../../../platform/reader/model/declare-enum';
import { WorkItem } from '../../../work/public';
import { ProgressReport } from '../../reports/progress-report.entity';
import { ReportWaiver } from '../exceptions/report-waiver.entity';
import { ReportingCycle } from '../reporting-cycle.entity';
import {
  expectedDaysLateSql,
  expectedReportIdSql,
  expectedRowsSql,
  expectedStateSql,
  expectedWaiverIdSql,
} from './expected-report.sql';
import { ExpectedReportState } from './expected-report.state';

declareEnum(ExpectedReportState, {
  name: 'ExpectedReportState',
  description: says(
    'Một báo cáo phải nộp đang ở đâu: chưa đến kỳ, còn hạn, quá hạn, đã nộp, được miễn hay kỳ đã khóa mà không có.',
    'How a report that is expected stands, from before its round opens until after it was locked.',
  ),
  values: {
    NOT_YET_OPEN: {
      word: { vi: 'Chưa mở', en: 'Not open yet' },
      explained: {
        vi: 'kỳ chưa mở, hoặc đầu việc chưa bắt đầu.',
        en: 'the round has not opened, or the item not begun.',
      },
    },
    OPEN: {
      word: { vi: 'Đang chờ, còn hạn', en: 'To come, within its time' },
      explained: { vi: 'chưa nộp, chưa quá hạn.', en: 'none has come, and the due date has not passed.' },
    },
    OVERDUE: {
      word: { vi: 'Quá hạn chưa nộp', en: 'Overdue' },
      explained: {
        vi: 'đã quá hạn mà chưa nộp; còn nhận, kèm lý do nộp chậm.',
        en: 'none has come by the due date; one is still taken, with the reason.',
      },
    },
    RECEIVED: {
      word: { vi: 'Đã nộp, chờ duyệt', en: 'Received' },
      explained: { vi: 'đã nộp, đang chờ duyệt hoặc chấp nhận.', en: 'one has come and waits for a reviewer.' },
    },
    ACCEPTED: {
      word: { vi: 'Đã chấp nhận', en: 'Accepted' },
      explained: { vi: 'cơ quan thường trực đã chấp nhận.', en: 'the secretariat has accepted one.' },
    },
    RETURNED: {
      word: { vi: 'Bị trả lại', en: 'Returned' },
      explained: { vi: 'đã bị trả lại, chờ nộp lại.', en: 'it was returned and is to be submitted again.' },
    },
    WAIVED: {
      word: { vi: 'Được miễn', en: 'Waived' },
      explained: {
        vi: 'cơ quan thường trực đã miễn, kèm lý do.',
        en: 'the secretariat expects none, with the reason.',
      },
    },
    CLOSED_WITHOUT: {
      word: { vi: 'Kỳ khóa, không có báo cáo', en: 'Locked without a report' },
      explained: { vi: 'kỳ đã khóa mà không có báo cáo.', en: 'the round was locked and none had come.' },
    },
  },
});

/** A report that is, was or will be to come: one for each item and each of its cycles. Derived, never stored. */
@Entity({ name: 'expected_report', synchronize: false })
@Readable({
  prefix: 'xr',
  list: 'expectedReports',
  rowsFrom: expectedRowsSql,
  orderBy: ['-dueOn'],
  title: { vi: 'báo cáo phải nộp', en: 'expected report' },
  rows: {
    vi: 'Các báo cáo phải nộp: mỗi đầu việc và mỗi kỳ một dòng, kể cả kỳ chưa mở; hạn muộn nhất trước. Ai đăng nhập cũng đọc được.',
    en: 'What is owed: one row for each item and each of its rounds, those to come included, the last due date first. Everybody who is signed in reads it.',
    where: '{ state: { eq: OVERDUE } }',
  },
})
@ObjectType({
  implements: Node,
  description: says(
    'Một báo cáo phải nộp: của đầu việc nào, cho kỳ nào, đơn vị nào nợ và đang ở đâu.',
    'A report that is owed: on which item, for which round, by which unit, and how it stands.',
  ),
})
export class ExpectedReport {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: ROW_ID })
  id!: string;

  @Column('uuid')
  workItemId!: string;

  @RelatedRow(() => WorkItem, { description: says('Đầu việc phải báo cáo.', 'The item that is to be reported on.') })
  workItem!: Relation<WorkItem>;

  @Column('uuid')
  cycleId!: string;

  @RelatedRow(() => ReportingCycle, { description: says('Kỳ báo cáo.', 'For which round.') })
  cycle!: Relation<ReportingCycle>;

  @Column('uuid')
  unitId!: string;

  @RelatedRow(() => Unit, {
    description: says(
      'Đơn vị phải nộp: đơn vị nắm giữ đầu việc vào ngày đến hạn; trước ngày đó là đơn vị đang nắm giữ.',
      'Who owes it: the unit that held the item on the due date; before that the one that holds it now.',
    ),
  })
  unit!: Relation<Unit>;

  @Column('date')
  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối nộp đúng hạn của kỳ; nộp sau ngày này là chậm.',
      'Last day on which it is on time; what comes later needs a reason.',
    ),
  })
  dueOn!: string;

  @Derived(expectedStateSql)
  @Field(() => ExpectedReportState, {
    description: says('Báo cáo đang ở đâu.', 'Whether it has come, is still to come, or never will.'),
  })
  state!: ExpectedReportState;

  @Derived(expectedReportIdSql)
  reportId!: string | null;

  @DerivedRelation(() => ProgressReport, 'reportId')
  @Field(() => ProgressReport, {
    nullable: true,
    description: says(
      'Báo cáo đã nộp: bản được chấp nhận, nếu không thì bản đang chờ, nếu không thì bản bị trả lại gần nhất. Trống nếu chưa có hoặc người hỏi không được đọc.',
      'What has come: the accepted one, else the one that waits, else the last that was returned. Empty where there is none, or who asks may not read it.',
    ),
  })
  report!: Relation<ProgressReport> | null;

  @Derived((row, moment) => `(${expectedDaysLateSql(row, moment)} > 0)`)
  @Field(() => Boolean, {
    description: says(
      'Chậm: lần nộp đầu tiên sau hạn, hoặc đã quá hạn mà chưa nộp.',
      'Whether it first came after the due date, or has not come by now though that has passed.',
    ),
  })
  isLate!: boolean;

  @Derived(expectedDaysLateSql)
  @Field(() => Int, {
    description: says(
      'Số ngày chậm so với hạn, đến ngày nộp đầu tiên hoặc đến hôm nay; 0 nếu không chậm hoặc được miễn.',
      'Days from the due date to the day on which it first came, or to today; 0 where it is not late, or was waived.',
    ),
  })
  daysLate!: number;

  @Derived(expectedWaiverIdSql)
  waiverId!: string | null;

  @DerivedRelation(() => ReportWaiver, 'waiverId')
  @Field(() => ReportWaiver, {
    nullable: true,
    description: says(
      'Lần miễn báo cáo, kèm lý do; trống nếu không được miễn.',
      'Why none is expected; empty where one is.',
    ),
  })
  waiver!: Relation<ReportWaiver> | null;
}
