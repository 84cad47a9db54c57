import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { ReturnAdjustmentInput } from './adjustment.inputs';
import { AdjustmentStepKind } from './adjustment.state';
import { authoriseStep, lockForAction, noteStep } from './lock-request';

/** Sends a request back to its unit, which may register it anew. */
export const returnAdjustment = defineCommand({
  name: 'returnAdjustment',
  description: says(
    'Trả lại đề xuất điều chỉnh cho đơn vị, kèm lý do; đơn vị đăng ký lại nếu cần.',
    'Sends a request back to its unit with the reason; the unit may register it anew.',
  ),
  input: ReturnAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: authoriseStep('return'),
  async run(command, { adjustmentRequestId, reason }) {
    const request = await lockForAction(command, adjustmentRequestId, 'return');
    await command.tx.manager.save(request);
    await noteStep(command, request, AdjustmentStepKind.RETURNED, { note: reason.trim() });
    command.append(adjustmentEvent('ADJUSTMENT_RETURNED', request, {}));
    return { adjustmentRequestId: request.id };
  },
});
