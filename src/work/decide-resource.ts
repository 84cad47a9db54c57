import type { Actor } from '../platform/access/actor';
import type { Command } from '../platform/graphql/run-command';
import { type DomainError, refuse } from '../platform/lib/domain-error';
import { parseGlobalId } from '../platform/lib/global-id';
import { lockWorkItem } from './load-item';
import { Resource } from './resource.entity';
import type { DecideResourceInput } from './resource.inputs';
import { assertDecision } from './resource.rules';
import { workItemEvent } from './work-item.events';
import { canKeepList, canSeeItem } from './work-item.policy';

const PATH = ['input', 'resourceId'];

/** Records what was decided on a resource: approved, allocated, or refused. */
export async function decideResource(
  { tx, actor, today, append }: Command,
  input: DecideResourceInput,
): Promise<{ workItemId: string; resourceId: string }> {
  const parsed = parseGlobalId(input.resourceId);
  const found =
    parsed?.prefix === 're'
      ? await tx.manager.findOne(Resource, { where: { id: parsed.uuid }, relations: { workItem: true } })
      : null;
  if (found === null || !canSeeItem(actor, found.workItem)) throw unknown();
  assertDecides(actor);
  const item = await lockWorkItem(tx.manager, found.workItemId);
  const resource = await tx.manager.findOneBy(Resource, { id: found.id });
  // taken away while this waited
  if (item === null || resource === null) throw unknown();
  assertDecision(resource.state, input.state);
  const before = resource.state;
  await tx.manager.save(
    Object.assign(resource, { state: input.state, decidedOn: today, decisionNote: input.note.trim() }),
  );
  const { kind, amount, currency, state } = resource;
  append(workItemEvent('RESOURCE_DECIDED', item, item.leadUnitId, { kind, amount, currency, before, state }));
  return { workItemId: item.id, resourceId: resource.id };
}

function unknown(): DomainError {
  return refuse(
    'NOT_FOUND',
    PATH,
    'Không có nguồn lực này. Hãy kiểm tra lại mã định danh.',
    'There is no such resource. Check the id.',
  );
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
