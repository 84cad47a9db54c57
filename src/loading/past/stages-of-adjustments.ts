import { type AdjustmentRequest, AdjustmentState, type AdjustmentStep } from '../../adjustments/public';
import { since, type Stage } from './stage';

const { REGISTERED, UNIT_APPROVED, APPRAISED } = AdjustmentState;

/** A request was registered, approved by its unit, appraised, and applied, as far as it came. */
export function stagesOfRequest(
  request: AdjustmentRequest,
  steps: readonly AdjustmentStep[],
): Stage<AdjustmentRequest>[] {
  const undecided = { appliedOn: null, decisionNumber: null, decisionDate: null };
  const unappraised = { ...undecided, isFor: null, opinion: null };
  const own = steps.filter(({ adjustmentRequestId }) => adjustmentRequestId === request.id);
  const at = (state: AdjustmentState) => own.find((step) => step.state === state)?.recordedAt;
  const registered = { effectAt: request.registeredAt };
  return [
    since(request.registeredAt, { ...unappraised, ...registered, state: REGISTERED, unitApprovedAt: null }),
    since(request.unitApprovedAt, { ...unappraised, ...registered, state: UNIT_APPROVED }),
    since(at(APPRAISED), { ...undecided, state: APPRAISED, effectAt: at(APPRAISED) ?? request.effectAt }),
    since(at(AdjustmentState.APPROVED)),
  ];
}
