import { DocumentState, spareCode } from '../../documents/public';
import type { Command } from '../../platform/commands/command';
import { sameAsAny } from '../../platform/database/same-as';
import { WorkItem } from '../items/work-item.entity';
import { workItemEvent } from '../items/work-item.events';

/** Frees codes that rows of withdrawn documents hold; gives the first row that holds one of them still, null where all are free. */
export async function giveBackRowCodes({ tx, append }: Command, codes: readonly string[]): Promise<WorkItem | null> {
  const holders = await tx.manager.find(WorkItem, {
    where: { code: sameAsAny(codes) },
    relations: { appendix: { document: true } },
    order: { id: 'ASC' },
  });
  const taken = holders.find(({ appendix }) => appendix.document.state !== DocumentState.WITHDRAWN);
  if (taken !== undefined) return taken;
  for (const item of holders) {
    const before = item.code;
    item.code = await spareCode(tx.manager, WorkItem, before);
    await tx.manager.update(WorkItem, { id: item.id }, { code: item.code });
    append(workItemEvent('WORK_ITEM_CODE_GIVEN_BACK', item, item.leadUnitId, { before, after: item.code }));
  }
  return null;
}
