import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { defineCommand } from '../../platform/commands/declared-command';
import { getRow } from '../../platform/commands/rows';
import { type DomainError, refuse } from '../../platform/lib/domain-error';
import { says } from '../../platform/lib/says';
import { findLockedItem } from '../items/lock-item';
import { Resource } from './resource.entity';
import { DecideResourceInput } from './resource.inputs';
import { assertDecision } from './resource.rules';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';
import { canKeepList, canSeeItem } from '../items/work-item.policy';

const PATH = ['input', 'resourceId'];

/** Records what was decided on a resource: approved, allocated, or refused. */
export const decideResource = defineCommand({
  name: 'decideResource',
  description: says(
    'Ghi nhận quyết định: duyệt, bố trí hoặc không duyệt.',
    'Records a decision: approved, allocated or refused.',
  ),
  input: DecideResourceInput,
  returns: { workItem: WorkItem, resource: Resource },
  async rights({ tx, actor }, input) {
    await getSeenResource(tx.manager, actor, input.resourceId);
    assertDecides(actor);
  },
  async run({ tx, actor, today, append }, input) {
    const found = await getSeenResource(tx.manager, actor, input.resourceId);
    const planned = await findLockedItem(tx.manager, actor, found.workItemId);
    const resource = await tx.manager.findOneBy(Resource, { id: found.id });
    // taken away while this waited
    if (planned === null || resource === null) throw unknown();
    const { item } = planned;
    assertDecision(resource.state, input.state);
    const before = resource.state;
    await tx.manager.save(
      Object.assign(resource, { state: input.state, decidedOn: today, decisionNote: input.note.trim() }),
    );
    const { kind, amount, currency, state } = resource;
    append(workItemEvent('RESOURCE_DECIDED', item, item.leadUnitId, { kind, amount, currency, before, state }));
    return { workItemId: item.id, resourceId: resource.id };
  },
});

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có nguồn lực này. Hãy kiểm tra lại mã định danh.',
    'There is no such resource. Check the id.',
  );
}

/** What the id of a client names, not locked; of an item that the actor may not see, nothing is there. */
async function getSeenResource(manager: EntityManager, actor: Actor, globalId: string): Promise<Resource> {
  const found = await getRow(manager, Resource, globalId, { workItem: true });
  if (found === null || !canSeeItem(actor, found.workItem)) throw unknown();
  return found;
}

function assertDecides(actor: Actor): void {
  if (canKeepList(actor)) return;
  throw refuse(
    'FORBIDDEN',
    PATH,
    'Chỉ cơ quan thường trực được ghi quyết định về nguồn lực.',
    'Only the secretariat records what was decided on a resource.',
  );
}
