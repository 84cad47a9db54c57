import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { AdjustmentRequest } from './adjustment-request.entity';
import { RefuseAdjustmentInput } from './adjustment.inputs';
import { authoriseStep, lockForAction } from './lock-request';
import { refuseFor } from './refuse-for';

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
    await refuseFor(command, request, reason.trim());
    return { adjustmentRequestId: request.id };
  },
});
