import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { RefuseAdjustmentInput } from './adjustment.inputs';
import { AdjustmentStepKind } from './adjustment.state';
import { authoriseStep, lockForAction, noteStep } from './lock-request';

/** The level that decides says no: nothing is changed. */
export const refuseAdjustment = defineCommand({
  name: 'refuseAdjustment',
  description: says(
    'Ghi nhận cấp có thẩm quyền không phê duyệt đề xuất đã thẩm định, kèm lý do.',
    'Records that the level refuses an appraised request, with the reason; nothing is changed.',
  ),
  input: RefuseAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: authoriseStep('refuse'),
  async run(command, { adjustmentRequestId, reason }) {
    const request = await lockForAction(command, adjustmentRequestId, 'refuse');
    await command.tx.manager.save(request);
    await noteStep(command, request, AdjustmentStepKind.REFUSED, { note: reason.trim() });
    command.append(adjustmentEvent('ADJUSTMENT_REFUSED', request, { level: request.approvalLevel }));
    return { adjustmentRequestId: request.id };
  },
});
