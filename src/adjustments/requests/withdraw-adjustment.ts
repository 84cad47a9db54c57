import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { WithdrawAdjustmentInput } from './adjustment.inputs';
import { AdjustmentStepKind } from './adjustment.state';
import { authoriseStep, lockForAction, noteStep } from './lock-request';

/** The unit does not ask for it any more. */
export const withdrawAdjustment = defineCommand({
  name: 'withdrawAdjustment',
  description: says(
    'Đơn vị rút đề xuất điều chỉnh chưa được quyết định, kèm lý do.',
    'Takes a request back that is not decided yet, with the reason; for reporters of its unit.',
  ),
  input: WithdrawAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: authoriseStep('withdraw'),
  async run(command, { adjustmentRequestId, reason }) {
    const request = await lockForAction(command, adjustmentRequestId, 'withdraw');
    await command.tx.manager.save(request);
    await noteStep(command, request, AdjustmentStepKind.WITHDRAWN, { note: reason.trim() });
    command.append(adjustmentEvent('ADJUSTMENT_WITHDRAWN', request, {}));
    return { adjustmentRequestId: request.id };
  },
});
