import { Ctx, Field, FieldResolver, Int, ObjectType, Resolver, Root } from 'type-graphql';
import { OperationContext } from '../platform/schema/operation-context';
import { DateScalar, DateTimeScalar, PeriodScalar } from '../platform/lib/scalars';
import { says } from '../platform/lib/says';
import { WorkItem } from '../work/public';
import { canRaiseOnItem } from './obstacles/obstacle.policy';
import { ProgressReport } from './reports/progress-report.entity';
import { canReviewReport, canSubmitReport, canWithdrawReport } from './reports/progress-report.policy';

/** How recent an item's reporting is. */
@ObjectType({
  description: says(
    'Độ mới của báo cáo: lần nộp gần nhất cách đây bao lâu, có bỏ lỡ kỳ nào không. Mọi người đều xem được, không lộ nội dung.',
    'How long ago an item was last reported on, and whether a round was missed. Everybody may see that; it tells nothing of what a report says.',
  ),
})
export class Freshness {
  @Field(() => DateTimeScalar, {
    nullable: true,
    description: says(
      'Thời điểm nhận báo cáo gần nhất, dù đã được chấp nhận hay chưa; trống nếu chưa có.',
      'When the newest submission was received, accepted or not; empty before the first.',
    ),
  })
  reportedAt!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: says(
      'Số ngày từ lần nộp gần nhất đến hôm nay; trống nếu chưa có báo cáo.',
      'How many days have passed from the newest submission to today; empty before the first.',
    ),
  })
  ageDays!: number | null;

  @Field(() => Boolean, { description: says('Đã bỏ lỡ ít nhất một kỳ đến hạn.', 'Whether a due cycle was missed.') })
  isStale!: boolean;
}

/** The cycle for which reports on an item are taken now. */
@ObjectType({
  description: says(
    'Một kỳ đang nhận báo cáo về đầu việc hôm nay, và đã có báo cáo chưa.',
    'A round for which reports on the item are taken today, and whether one came.',
  ),
})
export class OpenCycle {
  @Field(() => PeriodScalar, {
    description: says(
      'Thời gian được báo cáo, viết `2021-Q3`, `2021-H1`, `2021-07` hoặc `2021`.',
      'What time is reported on, written `2021-Q3`, `2021-H1`, `2021-07` or `2021`.',
    ),
  })
  period!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối nộp đúng hạn; nộp sau phải nêu lý do.',
      'Last day on time; a report that comes later needs a reason.',
    ),
  })
  dueOn!: string;

  @Field(() => DateScalar, {
    description: says(
      'Ngày cuối còn nhận báo cáo, kể cả nộp chậm; sau đó kỳ bị khóa.',
      'Last day on which even late reports are taken; then it is locked.',
    ),
  })
  closesOn!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: says(
      'Kỳ đã khóa được mở lại cho đầu việc này hoặc đơn vị chủ trì đến hết ngày này; trống khi kỳ chưa khóa.',
      'Until when a locked round takes reports on this item after all, by an exception; empty where it is not locked.',
    ),
  })
  reopenedUntil!: string | null;

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
  @Field(() => Boolean, {
    description: says(
      'Người xem có được nộp báo cáo về đầu việc: là người báo cáo của đơn vị chủ trì và đầu việc có hiệu lực.',
      'Whether the viewer may report on the item: as reporter of its lead unit, while it is in force.',
    ),
  })
  submitReport!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được lưu bản nháp báo cáo về đầu việc: là người báo cáo của đơn vị chủ trì và đầu việc có hiệu lực.',
      'Whether the viewer may keep a draft of a report on the item: as reporter of its lead unit, while it is in force.',
    ),
  })
  saveReportDraft!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được nêu khó khăn, vướng mắc của đầu việc: là người báo cáo của đơn vị chủ trì và đầu việc có hiệu lực.',
      'Whether the viewer may raise an obstacle of the item: as reporter of its lead unit, while it is in force.',
    ),
  })
  raiseObstacle!: boolean;
}

/** What the viewer may do with a report. */
@ObjectType({ description: says('Việc người xem được làm với báo cáo.', 'What the viewer may do with a report.') })
export class ProgressReportRights {
  @Field(() => Boolean, {
    description: says(
      'Người xem có được duyệt hoặc chấp nhận bước hiện tại; không bao giờ với báo cáo của chính mình.',
      'Whether the present step is the viewer’s to take; never with a report of one’s own.',
    ),
  })
  approve!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được trả lại ở bước hiện tại, kèm lý do; không bao giờ với báo cáo của chính mình.',
      'Whether the viewer may send it back at the present step, with a reason; never an own one.',
    ),
  })
  return!: boolean;

  @Field(() => Boolean, {
    description: says(
      'Người xem có được thu hồi: báo cáo của chính mình mà chưa ai duyệt, kể cả khi cấp đơn vị bị bỏ qua.',
      'Whether the viewer may take it back: an own one that nobody has judged, also where the unit’s level was passed over.',
    ),
  })
  withdraw!: boolean;
}

/** What reporting adds to work items, computed in code since it depends on who looks. */
@Resolver(() => WorkItem)
export class WorkItemProgressFields {
  @FieldResolver(() => WorkItemRights, {
    description: says(
      'Những thao tác người xem được làm lúc này, theo vai trò và trạng thái; dùng để hiện hoặc ẩn nút.',
      'Which actions are open to who asks, by roles and state, at this moment; for showing or hiding buttons.',
    ),
  })
  viewerCan(@Root() item: WorkItem, @Ctx() context: OperationContext): WorkItemRights {
    const { actor } = context;
    const reports = item.isInForce && canSubmitReport(actor, item);
    return {
      submitReport: reports,
      saveReportDraft: reports,
      raiseObstacle: item.isInForce && canRaiseOnItem(actor, item),
    };
  }
}

/** Fields of reports that are computed in code. */
@Resolver(() => ProgressReport)
export class ProgressReportFields {
  @FieldResolver(() => ProgressReportRights, {
    description: says(
      'Những thao tác người xem được làm lúc này, theo vai trò và trạng thái; dùng để hiện hoặc ẩn nút.',
      'Which actions are open to who asks, by roles and state, at this moment; for showing or hiding buttons.',
    ),
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
