import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { says } from '../../platform/lib/says';
import { authoriseReview } from './assert-may-review';
import { decideApproval } from './decide-approval';
import { asksForReport } from './get-report';
import { ProgressReport } from './progress-report.entity';
import { ApproveProgressReportInput } from './progress-report.inputs';
import { reportWrites } from './report-writes';

/** Takes a report one step on: the unit's approver approves it, then the secretariat, then what levels the programme has after that; at the last one it becomes official data. */
export const approveProgressReport = defineBatchedCommand({
  name: 'approveProgressReport',
  description: says(
    'Duyệt báo cáo ở cấp đang chờ mình: người duyệt của đơn vị, cơ quan thường trực, rồi cấp tiếp theo nếu chương trình có; cấp cuối cùng chấp nhận.',
    'Approves a report at the level that waits for the caller: the unit’s approver, the secretariat, then the level after it where the programme has one; the last one accepts it.',
  ),
  input: ApproveProgressReportInput,
  returns: { progressReport: ProgressReport },
  writes: reportWrites,
  asks: asksForReport,
  rights: authoriseReview,
  decide: decideApproval,
});
