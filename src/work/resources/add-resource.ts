import { defineCommand } from '../../platform/commands/declared-command';
import { says } from '../../platform/lib/says';
import { filledOrNull } from '../../platform/lib/text';
import { assertKeepsList, authoriseListing } from '../lists/assert-keeps-list';
import { lockItem } from '../items/lock-item';
import { Resource } from './resource.entity';
import { AddResourceInput, type ResourceInput } from './resource.inputs';
import { assertResource } from './resource.rules';
import { ResourceState } from './resource.state';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** States what an item is to be done with. */
export const addResource = defineCommand({
  name: 'addResource',
  description: says(
    'Nêu một nguồn lực của đầu việc: kinh phí theo loại tiền, nhân lực, cơ sở vật chất, dữ liệu.',
    'States what an item is to be done with: funds in a currency, personnel, facilities, data.',
  ),
  input: AddResourceInput,
  returns: { workItem: WorkItem, resource: Resource },
  rights: authoriseListing,
  async run({ tx, actor, today, append }, input) {
    const { item, document } = await lockItem(tx.manager, actor, input.workItemId);
    assertKeepsList(actor, document, 'addResource');
    assertResource(input);
    const { id } = await tx.manager.save(Resource, resourceRow(item, input, today));
    const { kind, amount, currency } = input;
    append(
      workItemEvent('RESOURCE_ADDED', item, item.leadUnitId, {
        kind,
        amount: amount ?? null,
        currency: currency ?? null,
      }),
    );
    return { workItemId: item.id, resourceId: id };
  },
});

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
