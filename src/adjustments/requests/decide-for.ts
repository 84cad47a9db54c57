import type { Command } from '../../platform/commands/command';
import { filledOrNull } from '../../platform/lib/text';
import { applyAdjustment } from '../changes/apply-adjustment';
import type { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { AdjustmentStepKind } from './adjustment.state';
import { noteStep } from './lock-request';

/** The paper by which something was decided, and what was said with it. */
export interface Decision {
  readonly note?: string | null;
  readonly number?: string | null;
  readonly date?: string | null;
}

/** The level has approved: what the request changes is changed, in the same transaction. */
export async function decideFor(
  command: Command,
  request: AdjustmentRequest,
  { note, number, date }: Decision,
): Promise<void> {
  const { tx, now, today, append } = command;
  const effect = await applyAdjustment(command, request);
  Object.assign(request, {
    decisionNumber: filledOrNull(number),
    decisionDate: date ?? null,
    appliedOn: today,
    effectLines: effect,
    effectAt: now,
  });
  await tx.manager.save(request);
  await noteStep(command, request, AdjustmentStepKind.APPROVED, { note: filledOrNull(note), effectLines: effect });
  append(adjustmentEvent('ADJUSTMENT_APPROVED', request, { level: request.approvalLevel, appliedOn: today }));
}
