import type { EntityManager } from 'typeorm';
import { holderOn } from '../../organisation/public';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { givingUnitOf, Target } from '../../targets/public';
import { canSeeItem, WorkItem } from '../../work/public';
import { Obstacle } from './obstacle.entity';
import { obstacleEvent, type ObstacleSubject } from './obstacle.events';
import { RaiseObstacleInput } from './obstacle.inputs';
import { canRaiseOnItem } from './obstacle.policy';
import { assertOneSubject } from './obstacle.rules';
import { raisedObstacle } from './raised-obstacle';

/** What the actor raises an obstacle of, and for which unit. */
interface Raised {
  readonly of: Pick<Obstacle, 'workItemId' | 'targetId'>;
  readonly subject: ObstacleSubject;
  readonly unitId: string;
}

/** A unit's reporter says what stands in the way of an item that the unit leads, or of a target. */
export const raiseObstacle = defineCommand({
  name: 'raiseObstacle',
  description: says(
    'Nêu khó khăn, vướng mắc của một đầu việc do đơn vị chủ trì, hoặc của một chỉ tiêu, kèm kiến nghị; dành cho cán bộ báo cáo của đơn vị.',
    'Names what stands in the way of an item that the unit leads, or of a target, with what the unit proposes; for reporters of units.',
  ),
  input: RaiseObstacleInput,
  returns: { obstacle: Obstacle },
  rights: ({ tx, actor }, input) => findSubject(tx.manager, actor, input),
  async run({ tx, actor, today, append }, input, { of, subject, unitId }) {
    if (!subject.isDecided) throw notInForce(subject);
    const raised = raisedObstacle(input, {
      of,
      accountId: actor.accountId,
      unitId: await holderOn(tx.manager, unitId, today),
      today,
    });
    const obstacle = await tx.manager.save(tx.manager.create(Obstacle, raised));
    const { text, proposal, decidedBy } = obstacle;
    append(obstacleEvent('OBSTACLE_RAISED', obstacle, subject, { text, proposal, decidedBy }));
    return { obstacleId: obstacle.id };
  },
});

function findSubject(manager: EntityManager, actor: Actor, input: RaiseObstacleInput): Promise<Raised> {
  assertOneSubject(input.workItemId, input.targetId);
  return input.workItemId == null
    ? ofTarget(manager, actor, input.targetId!)
    : ofItem(manager, actor, input.workItemId);
}

async function ofItem(manager: EntityManager, actor: Actor, globalId: string): Promise<Raised> {
  const path = ['input', 'workItemId'];
  const item = await getRow(manager, WorkItem, globalId);
  if (item === null || !canSeeItem(actor, item)) {
    throw refuse(
      'NOT_FOUND',
      path,
      'Không có đầu việc này. Hãy kiểm tra lại mã định danh.',
      'There is no such work item. Check the id.',
    );
  }
  if (!canRaiseOnItem(actor, item)) {
    throw refuse(
      'FORBIDDEN',
      path,
      'Chỉ cán bộ báo cáo của đơn vị chủ trì nêu vướng mắc của đầu việc này.',
      'Only a reporter of the lead unit raises obstacles of this item.',
    );
  }
  const { id, code, programmeId, leadUnitId, isInForce } = item;
  return {
    of: { workItemId: id, targetId: null },
    subject: { workItem: code, target: null, programmeId, isDecided: isInForce },
    unitId: leadUnitId,
  };
}

async function ofTarget(manager: EntityManager, actor: Actor, globalId: string): Promise<Raised> {
  const path = ['input', 'targetId'];
  const target = await getRow(manager, Target, globalId);
  if (target === null) {
    throw refuse(
      'NOT_FOUND',
      path,
      'Không có chỉ tiêu này. Hãy kiểm tra lại mã định danh.',
      'There is no such target. Check the id.',
    );
  }
  const unitId = givingUnitOf(actor);
  if (unitId === null) {
    throw refuse(
      'FORBIDDEN',
      path,
      'Chỉ cán bộ báo cáo của đơn vị nêu vướng mắc của chỉ tiêu.',
      'Only units’ reporters raise obstacles of targets.',
    );
  }
  const { id, number, programmeId } = target;
  return {
    of: { workItemId: null, targetId: id },
    subject: { workItem: null, target: number, programmeId, isDecided: true },
    unitId,
  };
}

function notInForce({ workItem }: ObstacleSubject) {
  return refuse(
    'CLOSED',
    ['input', 'workItemId'],
    `Đầu việc ${workItem} thuộc kế hoạch chưa ban hành hoặc đã rút, nên chưa nhận vướng mắc. Hãy đợi kế hoạch được ban hành.`,
    `The item ${workItem} stands in a plan that is not issued, or was withdrawn: it takes no obstacles. Wait until the plan is issued.`,
  );
}
