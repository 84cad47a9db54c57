import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { keyOf } from '../../platform/commands/rows';
import { says } from '../../platform/lib/says';
import { Milestone, WorkItem } from '../../work/public';
import { authoriseSubmission, decideSubmission } from './decide-submission';
import { ProgressReport } from './progress-report.entity';
import { SubmitProgressReportInput } from './progress-report.inputs';
import { toStoredPercent } from './progress-report.rules';
import { RECEIPT } from './receipt.type';
import { reportWrites } from './report-writes';

/** A reporter submits progress on an item of their unit for an open period. */
export const submitProgressReport = defineBatchedCommand({
  name: 'submitProgressReport',
  description: says(
    'Nộp báo cáo tiến độ của một đầu việc do đơn vị mình chủ trì.',
    'Submits a report on an item that the reporter’s unit leads.',
  ),
  input: SubmitProgressReportInput,
  returns: { progressReport: ProgressReport },
  values: { receipt: RECEIPT },
  writes: reportWrites,
  asks: ({ workItemId, period, percentComplete, milestoneIds }, { today }) => ({
    item_id: keyOf(WorkItem, workItemId),
    period,
    percent: toStoredPercent(percentComplete),
    milestone_ids: (milestoneIds ?? []).map((id) => keyOf(Milestone, id)),
    today,
  }),
  rights: authoriseSubmission,
  decide: decideSubmission,
});
