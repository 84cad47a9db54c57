import type { Command } from '../../platform/commands/command';
import type { DescribedSubject } from '../changes/describe-changes.rules';
import type { AdjustmentRequest } from '../requests/adjustment-request.entity';
import { Revision } from './revision.entity';

/** Keeps what an approved request changed, a row for each item, list and target. */
export async function keepRevisions(
  { tx, today }: Command,
  request: AdjustmentRequest,
  subjects: readonly DescribedSubject[],
): Promise<void> {
  const rows = subjects.map(({ type, id, lines }) => ({
    adjustmentId: request.id,
    subjectType: type,
    subjectId: id,
    workItemId: type === 'WorkItem' ? id : null,
    appendixId: type === 'Appendix' ? id : null,
    targetId: type === 'Target' ? id : null,
    appliedOn: today,
    changeLines: lines.map(({ field, before, after }) => ({ field, before, after })),
    isSample: request.isSample,
  }));
  await tx.manager.save(Revision, rows);
}
