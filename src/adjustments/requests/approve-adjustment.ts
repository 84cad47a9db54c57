import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { ApproveAdjustmentInput } from './adjustment.inputs';
import { AdjustmentState, AdjustmentStepKind } from './adjustment.state';
import { decideFor } from './decide-for';
import { authoriseStep, lockForAction, noteStep } from './lock-request';

/** Takes a request one step on: the unit's approver agrees, then the level decides and what it changes is changed. */
export const approveAdjustment = defineCommand({
  name: 'approveAdjustment',
  description: says(
    'Duyệt đề xuất điều chỉnh: người duyệt của đơn vị, rồi, sau thẩm định, quyết định của cấp có thẩm quyền; khi đó điều chỉnh có hiệu lực.',
    'Approves a request: the unit’s approver, then, once it is appraised, the level that decides; what it changes is changed at once.',
  ),
  input: ApproveAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: authoriseStep('approve'),
  async run(command, { adjustmentRequestId, note, number, date }) {
    const request = await lockForAction(command, adjustmentRequestId, 'approve');
    if (request.state === AdjustmentState.APPROVED) {
      await decideFor(command, request, { note, number, date });
      return { adjustmentRequestId: request.id };
    }
    request.unitApprovedAt = command.now;
    await command.tx.manager.save(request);
    await noteStep(command, request, AdjustmentStepKind.UNIT_APPROVED, { note: filledOrNull(note) });
    command.append(adjustmentEvent('ADJUSTMENT_UNIT_APPROVED', request, {}));
    return { adjustmentRequestId: request.id };
  },
});
