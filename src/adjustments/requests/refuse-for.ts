import type { Command } from '../../platform/commands/command';
import { effectOf } from '../changes/apply-adjustment';
import type { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { AdjustmentStepKind } from './adjustment.state';
import type { Decision } from './decide-for';
import { noteStep } from './lock-request';

/** The level has said no: nothing is changed, and what it would have moved stays with the step. */
export async function refuseFor(
  command: Command,
  request: AdjustmentRequest,
  reason: string,
  { number, date }: Pick<Decision, 'number' | 'date'> = {},
): Promise<void> {
  const effect = await effectOf(command, request);
  Object.assign(request, {
    decisionNumber: number ?? null,
    decisionDate: date ?? null,
    ...effect,
    effectAt: command.now,
  });
  await command.tx.manager.save(request);
  await noteStep(command, request, AdjustmentStepKind.REFUSED, { note: reason, ...effect });
  command.append(adjustmentEvent('ADJUSTMENT_REFUSED', request, { level: request.approvalLevel }));
}
