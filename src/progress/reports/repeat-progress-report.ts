import { Field, InputType } from 'type-graphql';
import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { IdempotencyKeyField, IdField } from '../../platform/commands/input-fields';
import { IsPeriodText, IsText } from '../../platform/commands/input-rules';
import { keyOf } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { PeriodScalar } from '../../platform/lib/scalars';
import { says } from '../../platform/lib/says';
import { WorkItem } from '../../work/public';
import { assertTakesReport, authoriseSubmission, decideSubmission, type Submitted } from './decide-submission';
import { ProgressReport } from './progress-report.entity';
import { RECEIPT } from './receipt.type';
import type { LastReport, ReportFacts } from './report-facts';
import { reportWrites } from './report-writes';

/** Input of `repeatProgressReport`. */
@InputType({
  description: says(
    'Đầu việc không có gì thay đổi so với lần báo cáo trước, và kỳ báo cáo.',
    'Which item nothing has changed about since the report before, and for which period that is said.',
  ),
})
class RepeatProgressReportInput {
  @IdField(says('Mã định danh (id) của đầu việc.', 'Id of the work item.'), { found: 'workItem' })
  workItemId!: string;

  @IsPeriodText()
  @Field(() => PeriodScalar, {
    description: says(
      'Kỳ đang nhận báo cáo (xem `openCycles` của đầu việc), ví dụ `2021-Q3`.',
      'One that takes reports now (see `openCycles` of the item), for instance `2021-Q3`.',
    ),
  })
  period!: string;

  @IsText({ max: 1_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Vì sao nộp sau hạn của kỳ; bắt buộc khi chậm (quy tắc R13).',
      'Why it comes after the due date; needed when it does (rule R13).',
    ),
  })
  latenessReason?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Submits what was said last time once more: nothing has changed since. */
export const repeatProgressReport = defineBatchedCommand({
  name: 'repeatProgressReport',
  description: says(
    'Báo cáo không thay đổi so với lần trước: nộp lại số liệu đã chấp nhận gần nhất của đầu việc, hoặc đã nhận nếu chưa có số liệu nào được chấp nhận.',
    'Reports that nothing has changed since last time: the figures of the item that were accepted last are submitted again, or those received last where none were accepted.',
  ),
  input: RepeatProgressReportInput,
  returns: { progressReport: ProgressReport },
  values: { receipt: RECEIPT },
  writes: reportWrites,
  asks: ({ workItemId, period }, { today }) => ({
    item_id: keyOf(WorkItem, workItemId),
    period,
    milestone_ids: [],
    today,
  }),
  rights: authoriseSubmission,
  decide(deciding, input, facts: ReportFacts) {
    const { standing } = assertTakesReport(deciding, input, facts);
    if (standing.last !== null) return decideSubmission(deciding, repeated(standing.last, input), facts);
    throw refuse(
      'NOT_FOUND',
      ['input', 'workItemId'],
      'Đầu việc chưa có báo cáo nào trước đó để lặp lại. Hãy nộp báo cáo đầu tiên (submitProgressReport).',
      'The item has no report before this one to repeat. Submit its first one (submitProgressReport).',
    );
  },
});

/** The last report said again. The unit's own view of the item goes along where it came with a reason: without one it was the computed health of that day. */
function repeated(last: LastReport, { period, latenessReason }: RepeatProgressReportInput): Submitted {
  const hasOwnView = last.healthReason !== null;
  return {
    period,
    percentComplete: last.percentComplete,
    summary: `Không thay đổi so với báo cáo kỳ ${last.period}.`,
    claimedHealth: hasOwnView ? last.claimedHealth : null,
    healthReason: last.healthReason,
    latenessReason: latenessReason ?? null,
  };
}
