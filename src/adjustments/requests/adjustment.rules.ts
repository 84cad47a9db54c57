import { DomainError } from '../../platform/lib/domain-error';
import { AdjustmentState } from './adjustment.state';

const { REGISTERED, UNIT_APPROVED, APPRAISED, APPROVED, REFUSED, RETURNED, WITHDRAWN } = AdjustmentState;

/** What can be done with a request that is there. */
export type AdjustmentAction = 'approve' | 'appraise' | 'refuse' | 'return' | 'withdraw';

/** Where each action leads, by the state in which it is taken; what is not here is not possible. What is settled stays so: whoever wants it otherwise registers anew. */
export const TRANSITIONS: Readonly<Record<AdjustmentAction, Partial<Record<AdjustmentState, AdjustmentState>>>> = {
  approve: { REGISTERED: UNIT_APPROVED, APPRAISED: APPROVED },
  appraise: { UNIT_APPROVED: APPRAISED, APPRAISED },
  refuse: { APPRAISED: REFUSED },
  return: { REGISTERED: RETURNED, UNIT_APPROVED: RETURNED, APPRAISED: RETURNED },
  withdraw: { REGISTERED: WITHDRAWN, UNIT_APPROVED: WITHDRAWN, APPRAISED: WITHDRAWN },
};

/** States in which nothing is decided yet: what a request changes then is changed by no other. */
export const PENDING: readonly AdjustmentState[] = [REGISTERED, UNIT_APPROVED, APPRAISED];

const STATE_NAMES: Readonly<Record<AdjustmentState, readonly [vi: string, en: string]>> = {
  REGISTERED: ['mới đăng ký, chờ đơn vị duyệt', 'registered and waits for the unit’s approver'],
  UNIT_APPROVED: ['đơn vị đã duyệt, chờ thẩm định', 'approved by the unit and waits to be appraised'],
  APPRAISED: ['đã thẩm định, chờ quyết định', 'appraised and waits for the decision'],
  APPROVED: ['đã được phê duyệt', 'approved'],
  REFUSED: ['không được phê duyệt', 'refused'],
  RETURNED: ['đã bị trả lại', 'returned'],
  WITHDRAWN: ['đã rút', 'withdrawn'],
};

/** What a state is called, after “the request is”. */
export function nameOfState(state: AdjustmentState): readonly [vi: string, en: string] {
  return STATE_NAMES[state];
}

/** Whether a state allows an action. */
export function isPossible(action: AdjustmentAction, state: AdjustmentState): boolean {
  return TRANSITIONS[action][state] !== undefined;
}

/** The state after an action; refuses one that the state does not allow, and names the states that do. The request comes along as it stands. */
export function stateAfter(
  action: AdjustmentAction,
  { id, state }: { readonly id: string; readonly state: AdjustmentState },
  path: readonly string[] = ['input', 'adjustmentRequestId'],
): AdjustmentState {
  const after = TRANSITIONS[action][state];
  if (after !== undefined) return after;
  const possible = (Object.keys(TRANSITIONS[action]) as AdjustmentState[]).map((name) => STATE_NAMES[name]);
  const [vi, en] = STATE_NAMES[state];
  const message = {
    vi: `Đề xuất điều chỉnh ${vi}; bước này chỉ thực hiện được khi đề xuất ${possible.map(([name]) => name).join(' hoặc ')}.`,
    en: `The request is ${en}; this step is possible only while it is ${possible.map(([, name]) => name).join(' or ')}.`,
  };
  throw new DomainError([{ code: 'CONFLICT', path, message }], { adjustmentRequestId: id });
}
