import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { OperationContext } from '../platform/graphql/operation-context';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { WorkItem } from '../work/public';
import { ProgressReport } from './progress-report.entity';
import { canReviewReport, canSubmitReport, canWithdrawReport } from './progress-report.policy';

/** How recent an item's reporting is. */
@ObjectType({ description: says('Độ mới của báo cáo.', 'How recent an item’s reporting is.') })
export class Freshness {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says('Lần nộp gần nhất.', 'When a report was last received.'),
  })
  reportedAt!: string | null;

  @Field(() => Int, { nullable: true, description: says('Số ngày từ lần nộp gần nhất.', 'Days since then.') })
  ageDays!: number | null;

  @Field(() => Boolean, { description: says('Đã bỏ lỡ ít nhất một kỳ đến hạn.', 'Whether a due cycle was missed.') })
  isStale!: boolean;
}

/** The cycle for which reports on an item are taken now. */
@ObjectType({ description: says('Kỳ đang nhận báo cáo.', 'The cycle for which reports are taken now.') })
export class OpenCycle {
  @Field(() => PeriodScalar, { description: says('Kỳ.', 'Period.') })
  period!: string;

  @Field(() => DateScalar, { description: says('Hạn nộp.', 'Due date.') })
  dueOn!: string;

  @Field(() => DateScalar, { description: says('Ngày khóa.', 'Last day.') })
  closesOn!: string;

  @Field(() => Boolean, {
    description: says(
      'Đã có báo cáo cho kỳ này chưa: đang chờ duyệt hoặc đã được chấp nhận, dù người hỏi có được đọc báo cáo đó hay không.',
      'Whether a report for it came: one that waits for review or is accepted, whether or not who asks may read it.',
    ),
  })
  isReported!: boolean;
}

/** What the viewer may do with an item. */
@ObjectType({ description: says('Việc người xem được làm với đầu việc.', 'What the viewer may do with an item.') })
export class WorkItemRights {
  @Field(() => Boolean, { description: says('Nộp báo cáo.', 'Submit a report.') })
  submitReport!: boolean;
}

/** What the viewer may do with a report. */
@ObjectType({ description: says('Việc người xem được làm với báo cáo.', 'What the viewer may do with a report.') })
export class ProgressReportRights {
  @Field(() => Boolean, { description: says('Duyệt hoặc chấp nhận.', 'Approve or accept it.') })
  approve!: boolean;

  @Field(() => Boolean, { description: says('Trả lại.', 'Return it.') })
  return!: boolean;

  @Field(() => Boolean, { description: says('Thu hồi.', 'Withdraw it.') })
  withdraw!: boolean;
}

/** What reporting adds to work items, computed in code since it depends on who looks. */
@Resolver(() => WorkItem)
export class WorkItemProgressFields {
  @FieldResolver(() => WorkItemRights, { description: says('Việc người xem được làm.', 'What the viewer may do.') })
  viewerCan(@Root() item: WorkItem, @Ctx() context: OperationContext): WorkItemRights {
    return { submitReport: item.isInForce && canSubmitReport(context.actor, item) };
  }
}

/** Fields of reports that are computed in code. */
@Resolver(() => ProgressReport)
export class ProgressReportFields {
  @FieldResolver(() => ProgressReportRights, {
    description: says('Việc người xem được làm.', 'What the viewer may do.'),
  })
  viewerCan(@Root() report: ProgressReport, @Ctx() context: OperationContext): ProgressReportRights {
    const { actor } = context;
    return {
      approve: canReviewReport(actor, 'approve', report),
      return: canReviewReport(actor, 'return', report),
      withdraw: canWithdrawReport(actor, report),
    };
  }
}
