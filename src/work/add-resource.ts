import type { Command } from '../platform/graphql/run-command';
import { filledOrNull } from '../platform/lib/text';
import { lockListedItem } from './lock-listed-item';
import { Resource } from './resource.entity';
import type { AddResourceInput, ResourceInput } from './resource.inputs';
import { assertResource } from './resource.rules';
import { ResourceState } from './resource.state';
import type { WorkItem } from './work-item.entity';
import { workItemEvent } from './work-item.events';

/** States what an item is to be done with. */
export async function addResource(
  { tx, actor, today, append }: Command,
  input: AddResourceInput,
): Promise<{ workItemId: string; resourceId: string }> {
  const { item } = await lockListedItem(tx.manager, actor, input.workItemId, 'addResource');
  assertResource(input);
  const { id } = await tx.manager.save(Resource, resourceRow(item, input, today));
  const { kind, amount, currency } = input;
  append(workItemEvent('RESOURCE_ADDED', item, item.leadUnitId, { kind, amount, currency }));
  return { workItemId: item.id, resourceId: id };
}

/** The row of a stated resource. */
export function resourceRow(item: Pick<WorkItem, 'id' | 'isSample'>, input: ResourceInput, today: string) {
  return {
    workItemId: item.id,
    kind: input.kind,
    description: filledOrNull(input.description),
    amount: input.amount ?? null,
    currency: input.currency ?? null,
    origin: filledOrNull(input.origin),
    state: ResourceState.PROPOSED,
    statedOn: today,
    isSample: item.isSample,
  };
}
