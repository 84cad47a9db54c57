import type { Command } from '../../platform/commands/command';
import type { CalendarDate } from '../../platform/lib/calendar-date';
import { refuse } from '../../platform/lib/domain-error';
import { filledOrNull } from '../../platform/lib/text';
import { vietnameseDate } from '../../platform/lib/vietnamese-date';
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

/** Refuses a paper of tomorrow. */
export function assertDecisionDate(date: CalendarDate | null | undefined, today: CalendarDate): void {
  if (date == null || date <= today) return;
  throw refuse(
    'INVALID',
    ['input', 'date'],
    `Ngày văn bản ${vietnameseDate(date)} ở tương lai. Hãy nhập ngày ký trên văn bản.`,
    `The paper’s date ${date} lies in the future. Enter the date on the paper.`,
  );
}

/** The level has approved: what the request changes is changed, in the same transaction. */
export async function decideFor(
  command: Command,
  request: AdjustmentRequest,
  { note, number, date }: Decision,
): Promise<void> {
  const { tx, now, today, append } = command;
  assertDecisionDate(date, today);
  const effect = await applyAdjustment(command, request);
  Object.assign(request, {
    decisionNumber: filledOrNull(number),
    decisionDate: date ?? null,
    appliedOn: today,
    ...effect,
    effectAt: now,
  });
  await tx.manager.save(request);
  await noteStep(command, request, AdjustmentStepKind.APPROVED, { note: filledOrNull(note), ...effect });
  append(adjustmentEvent('ADJUSTMENT_APPROVED', request, { level: request.approvalLevel, appliedOn: today }));
}
