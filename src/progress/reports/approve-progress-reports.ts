import { Field, InputType } from 'type-graphql';
import { defineManyCommand } from '../../platform/commands/batched/many-command';
import { IdempotencyKeyField, IdsField } from '../../platform/commands/input-fields';
import { IsText } from '../../platform/commands/input-rules';
import { says } from '../../platform/lib/says';
import { approveProgressReport } from './approve-progress-report';

/** So many reports are approved at once. */
const MOST = 200;

/** Input of `approveProgressReports`. */
@InputType({
  description: says(
    'Các báo cáo cần duyệt cùng lúc, mỗi báo cáo ở bước đang chờ người gọi.',
    'Which reports the caller agrees to at once, each at the step that waits for them.',
  ),
})
class ApproveProgressReportsInput {
  @IdsField(
    says('Mã định danh (id) của các báo cáo, tối đa 200.', 'Ids of the reports, at most 200; named twice counts once.'),
    { max: MOST, required: true, found: 'progressReport', by: 'receiptCode' },
  )
  progressReportIds!: string[];

  @IsText({ max: 2_000 })
  @Field(() => String, {
    nullable: true,
    description: says(
      'Lời người duyệt nhắn các đơn vị, hiện cạnh từng báo cáo; có thể bỏ trống.',
      'What the reviewer tells the units, shown beside each of the reports; may be left out.',
    ),
  })
  note?: string | null;

  @IdempotencyKeyField()
  idempotencyKey?: string | null;
}

/** Approves many reports, each on its own: its rights, its step, its event, its result. */
export const approveProgressReports = defineManyCommand({
  name: 'approveProgressReports',
  description: says(
    'Duyệt nhiều báo cáo cùng lúc. Từng báo cáo được xét riêng: báo cáo bị từ chối không ảnh hưởng các báo cáo khác.',
    'Approves many reports at once. Each is judged by itself: one that is refused does not touch the others.',
  ),
  input: ApproveProgressReportsInput,
  each: approveProgressReport,
  list: { field: 'progressReportIds', one: 'progressReportId' },
  results: says(
    'Kết quả của từng báo cáo, theo thứ tự đã gửi.',
    'What came of each report, in the order of the input.',
  ),
});
