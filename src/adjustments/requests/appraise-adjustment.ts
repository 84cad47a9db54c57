import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { effectOf } from '../changes/apply-adjustment';
import { AdjustmentRequest } from './adjustment-request.entity';
import { adjustmentEvent } from './adjustment.events';
import { AppraiseAdjustmentInput } from './adjustment.inputs';
import { AdjustmentStepKind } from './adjustment.state';
import { authoriseStep, lockForAction, noteStep } from './lock-request';

/** The secretariat says what it thinks of a request before the level decides; until then it may say it anew. */
export const appraiseAdjustment = defineCommand({
  name: 'appraiseAdjustment',
  description: says(
    'Thẩm định đề xuất điều chỉnh: đồng tình hay không, và vì sao; sửa được cho đến khi có quyết định.',
    'Gives the secretariat’s opinion on a request, for or against; it may be changed until the level has decided.',
  ),
  input: AppraiseAdjustmentInput,
  returns: { adjustmentRequest: AdjustmentRequest },
  rights: authoriseStep('appraise'),
  async run(command, { adjustmentRequestId, isFor, opinion }) {
    const { tx, now, append } = command;
    const request = await lockForAction(command, adjustmentRequestId, 'appraise');
    const effect = await effectOf(command, request);
    Object.assign(request, { isFor, opinion: opinion.trim(), ...effect, effectAt: now });
    await tx.manager.save(request);
    await noteStep(command, request, AdjustmentStepKind.APPRAISED, { note: request.opinion, ...effect });
    append(adjustmentEvent('ADJUSTMENT_APPRAISED', request, { isFor }));
    return { adjustmentRequestId: request.id };
  },
});
