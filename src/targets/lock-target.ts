import type { Authorise, Command } from '../platform/commands/command';
import { lockRow } from '../platform/commands/rows';
import { DomainError, refuse } from '../platform/lib/domain-error';
import { Target } from './target.entity';
import { targetSteps } from './target.steps';
import { canKeepTargets } from './targets.policy';

const PATH = ['input', 'targetId'];

/** The target of a client's id, locked, for the secretariat. */
export async function lockTarget({ tx, actor }: Command, globalId: string): Promise<Target> {
  const target = await lockRow(tx.manager, Target, globalId);
  if (target === null) throw refuse('NOT_FOUND', PATH, 'Không có chỉ tiêu này.', 'There is no such target.');
  assertKeepsTargets(actor, PATH);
  return target;
}

/** Asks who enters what stands in a field of the input. */
export function authoriseKeeping(field: string): Authorise<object> {
  return ({ actor }) => assertKeepsTargets(actor, ['input', field]);
}

/** Refuses whoever is not of the secretariat. */
export function assertKeepsTargets(actor: Command['actor'], path: readonly string[]): void {
  if (canKeepTargets(actor)) return;
  throw refuse(
    'FORBIDDEN',
    path,
    'Chỉ cơ quan thường trực được ghi và đánh giá chỉ tiêu.',
    'Only the secretariat enters and assesses indicators and targets.',
  );
}

/** Refuses to change directly what a plan holds that is issued: whoever knows of plans says so. */
export async function assertMayChange({ missing }: Command, { id }: Target): Promise<void> {
  const refusals = await missing(targetSteps.change, id);
  if (refusals.length > 0) throw new DomainError(refusals);
}
