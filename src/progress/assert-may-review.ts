import type { Actor } from '../platform/access/actor';
import { refuse } from '../platform/lib/domain-error';
import type { ProgressReport } from './progress-report.entity';
import { canReviewReport } from './progress-report.policy';
import { PENDING_STATES, wrongState } from './progress-report.rules';

/** Refuses a review of an own report, of another's step, or of a report that waits for nobody. */
export function assertMayReview(actor: Actor, report: ProgressReport): void {
  const path = ['input', 'progressReportId'];
  if (report.submittedById === actor.accountId) {
    throw refuse('FORBIDDEN', path, 'Không được tự duyệt báo cáo của chính mình.', 'Nobody reviews an own report.');
  }
  if (!PENDING_STATES.includes(report.state)) throw wrongState(report.state);
  if (canReviewReport(actor, report)) return;
  throw refuse(
    'FORBIDDEN',
    path,
    'Bước này thuộc về người duyệt của đơn vị, sau đó là cơ quan thường trực.',
    'This step belongs to the unit’s approver, then to the secretariat.',
  );
}
