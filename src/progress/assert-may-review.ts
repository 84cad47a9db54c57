import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import { assertVersion } from './load-report';
import type { ProgressReport } from './progress-report.entity';
import { canReviewReport, isReviewerOf } from './progress-report.policy';
import { type ProgressReportAction, stateAfter } from './progress-report.rules';
import type { ProgressReportState } from './progress-report.state';

const PATH = ['input', 'progressReportId'];

/**
 * Refuses a review: of an own report; by whoever never reviews reports of this unit, whatever the report's state; of a report that has changed since
 * the reviewer saw it or that waits for nobody; of another level's step. In this order: a reviewer who was overtaken learns that, not that the step
 * is another's. Gives the state to which the review leads.
 */
export function assertMayReview(
  actor: Actor,
  action: Exclude<ProgressReportAction, 'withdraw'>,
  report: ProgressReport,
  expectedVersion?: number | null,
): ProgressReportState {
  if (report.submittedById === actor.accountId) {
    throw refuse('FORBIDDEN', PATH, 'Không được tự duyệt báo cáo của chính mình.', 'Nobody reviews an own report.');
  }
  if (!isReviewerOf(actor, report)) throw othersStep();
  assertVersion(report, expectedVersion);
  const after = stateAfter(action, report.state);
  if (!canReviewReport(actor, action, report)) throw othersStep();
  return after;
}

function othersStep() {
  return refuse(
    'FORBIDDEN',
    PATH,
    'Bước này thuộc về người duyệt của đơn vị, sau đó là cơ quan thường trực.',
    'This step belongs to the unit’s approver, then to the secretariat.',
  );
}
