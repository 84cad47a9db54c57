import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import type { Authorise, Command } from '../../platform/commands/command';
import { getRow, lockRow } from '../../platform/commands/rows';
import { DomainError, refuse } from '../../platform/lib/domain-error';
import { AdjustmentRequest } from './adjustment-request.entity';
import { AdjustmentStep } from './adjustment-step.entity';
import { canEverTake, canSeeRequest, canTake } from './adjustment.policy';
import { type AdjustmentAction, stateAfter } from './adjustment.rules';
import type { AdjustmentStepKind } from './adjustment.state';

const PATH = ['input', 'adjustmentRequestId'];

/** Asks who takes a step of the request that an input names, whatever its state by now. */
export function authoriseStep(action: AdjustmentAction): Authorise<{ readonly adjustmentRequestId: string }> {
  return async ({ tx, actor }, { adjustmentRequestId }) => {
    assertEverTakes(actor, action, await seen(tx.manager, actor, adjustmentRequestId, PATH, getRow), PATH);
  };
}

/**
 * Locks a request for an action: what the actor may not see is not there, whoever never takes the step is refused, then what the state does not allow, then
 * whoever takes it in another state only. The state is moved on, not saved.
 */
export async function lockForAction(
  { tx, actor }: Pick<Command, 'tx' | 'actor'>,
  globalId: string,
  action: AdjustmentAction,
  path: readonly string[] = PATH,
): Promise<AdjustmentRequest> {
  const request = await seen(tx.manager, actor, globalId, path, lockRow);
  assertEverTakes(actor, action, request, path);
  const after = stateAfter(action, request, path);
  if (!canTake(actor, action, request)) {
    const [vi, en] = othersStep(action);
    throw new DomainError([{ code: 'CONFLICT', path, message: { vi, en } }], { adjustmentRequestId: request.id });
  }
  request.state = after;
  return request;
}

/** Keeps a step of a request with its moment and actor; the request's state is the one after it. */
export async function noteStep(
  { tx, actor, now }: Command,
  request: AdjustmentRequest,
  kind: AdjustmentStepKind,
  {
    note = null,
    effectLines = null,
    effectCursor = null,
  }: Partial<Pick<AdjustmentStep, 'note' | 'effectLines' | 'effectCursor'>> = {},
): Promise<void> {
  await tx.manager.save(AdjustmentStep, {
    adjustmentRequestId: request.id,
    kind,
    state: request.state,
    recordedAt: now,
    actorId: actor.accountId,
    note,
    effectLines,
    effectCursor,
    isSample: request.isSample,
  });
}

async function seen(
  manager: EntityManager,
  actor: Actor,
  globalId: string,
  path: readonly string[],
  take: typeof getRow | typeof lockRow,
): Promise<AdjustmentRequest> {
  const request = await take(manager, AdjustmentRequest, globalId);
  if (request !== null && canSeeRequest(actor, request)) return request;
  throw refuse(
    'NOT_FOUND',
    path,
    'Không có đề xuất điều chỉnh này. Hãy kiểm tra lại mã định danh.',
    'There is no such request for an adjustment. Check the id.',
  );
}

function assertEverTakes(
  actor: Actor,
  action: AdjustmentAction,
  request: AdjustmentRequest,
  path: readonly string[],
): void {
  if (!canEverTake(actor, action, request)) throw refuse('FORBIDDEN', path, ...othersStep(action));
}

/** Whose step it is, in both languages. */
function othersStep(action: AdjustmentAction): readonly [vi: string, en: string] {
  switch (action) {
    case 'withdraw':
      return [
        'Việc rút thuộc về cán bộ báo cáo của đơn vị đăng ký.',
        'Withdrawing belongs to a reporter of the unit that registered it.',
      ];
    case 'appraise':
      return [
        'Việc thẩm định thuộc về cơ quan thường trực, không phải người đã đăng ký.',
        'Appraising belongs to the secretariat, not to whoever registered it.',
      ];
    default:
      return [
        'Bước này thuộc về người duyệt của đơn vị, rồi cơ quan thường trực hoặc Trưởng Ban Chỉ đạo; không ai duyệt đề xuất do mình đăng ký.',
        'This step belongs to the unit’s approver, then to the secretariat or the committee’s head; nobody judges a request of their own.',
      ];
  }
}
