import type { EntityManager } from 'typeorm';
import { documentSteps } from '../../documents/public';
import type { Precondition } from '../../platform/commands/steps';
import type { Refusal } from '../../platform/lib/domain-error';
import { missingClaritySql } from '../items/clarity.sql';
import { type CheckedItem, clarityGap } from '../items/clarity.rules';
import { canKeepList } from '../items/work-item.policy';

/** A plan is submitted, and approved level by level, with items that are clear (rule R3): each that is not is held back by name. */
export const clarityPrecondition: Precondition = {
  steps: [documentSteps.submit, documentSteps.approve, documentSteps.issue],
  missing: (manager, documentId, today, actor) => clarityGaps(manager, documentId, today, canKeepList(actor)),
};

async function clarityGaps(
  manager: EntityManager,
  documentId: string,
  today: string,
  isOwnToAdd: boolean,
): Promise<Refusal[]> {
  const moment = { now: '$2::timestamptz', today: '$2::date', table: (name: string) => name };
  const items: CheckedItem[] = await manager.query(
    `select wi.code, wi.title, ${missingClaritySql('wi', moment)} as "missingClarity"
     from work_item wi join appendix ap on ap.id = wi.appendix_id
     where ap.document_id = $1 order by ap.code collate natural_order, wi.number`,
    [documentId, today],
  );
  return items.map((item) => clarityGap(item, isOwnToAdd)).filter((gap) => gap !== null);
}
