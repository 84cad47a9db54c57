import type { Actor } from '../../platform/access/actor';
import { defineBatchedCommand } from '../../platform/commands/batched/batched-command';
import { dateOf } from '../../platform/lib/clock';
import { says } from '../../platform/lib/says';
import { progressAccepted, type ReportedItem } from '../../work/public';
import { assertMayReview, authoriseReview } from './assert-may-review';
import { ProgressReport } from './progress-report.entity';
import { progressReportEvent } from './progress-report.events';
import { ApproveProgressReportInput } from './progress-report.inputs';
import { ProgressReportState } from './progress-report.state';
import { asksForReport, getReport } from './get-report';
import type { AcceptanceStanding, JudgedReport, ReportFacts } from './report-facts';
import { reportWrites } from './report-writes';

/** Takes a report one step on: the unit's approver approves it, then the secretariat accepts it and it becomes official data. */
export const approveProgressReport = defineBatchedCommand({
  name: 'approveProgressReport',
  description: says(
    'Duyệt báo cáo: người duyệt của đơn vị, rồi cơ quan thường trực chấp nhận.',
    'Approves a report: the unit’s approver, then the secretariat accepts it.',
  ),
  input: ApproveProgressReportInput,
  returns: { progressReport: ProgressReport },
  writes: reportWrites,
  asks: asksForReport,
  rights: authoriseReview,
  decide({ actor, now }, input, facts: ReportFacts) {
    const { report, item } = getReport(actor, facts);
    const state = assertMayReview(actor, 'approve', report, input.expectedVersion);
    const reviewed = { state, changed_at: now, review_note: input.note ?? null };
    const written = { progressReportId: report.id };
    if (state === ProgressReportState.UNIT_APPROVED) {
      return {
        change: {
          report_id: report.id,
          judged: { ...reviewed, unit_approved_by_id: actor.accountId, unit_approved_at: now },
        },
        touched: ['progress_report'],
        event: progressReportEvent('PROGRESS_REPORT_UNIT_APPROVED', report, item, {}),
        written,
      };
    }
    const { change, touched } = accept(actor, report, item, facts.acceptance!, now);
    return {
      change: { ...change, judged: { ...reviewed, ...change.judged } },
      touched,
      event: progressReportEvent('PROGRESS_REPORT_ACCEPTED', report, item, { percentBefore: item.percentComplete }),
      written,
    };
  },
});

/** What becomes official: the report in the place of the one that it corrects, the milestones that it reaches, and where the item stands if none is for a later period. */
function accept(
  actor: Actor,
  report: JudgedReport,
  item: ReportedItem,
  { correctedId, isLatest, unreachedIds }: AcceptanceStanding,
  now: Date,
) {
  const { percentComplete, claimedHealth } = report;
  const receivedOn = dateOf(new Date(report.submittedAt));
  const progress = isLatest ? progressAccepted(item, { percentComplete, claimedHealth, receivedOn }) : {};
  return {
    change: {
      report_id: report.id,
      judged: { accepted_by_id: actor.accountId, accepted_at: now },
      corrected_id: correctedId,
      reached_ids: unreachedIds,
      reached_on: receivedOn,
      item: progress,
    },
    touched: [
      'progress_report',
      ...(unreachedIds.length > 0 ? ['milestone'] : []),
      ...('accepted' in progress ? ['work_item'] : []),
    ],
  };
}
