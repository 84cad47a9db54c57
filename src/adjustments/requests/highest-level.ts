import { ApprovalLevel } from '../../documents/public';
import type { AdjustmentFacts } from '../changes/adjustment-facts.rules';
import type { StoredChange } from '../changes/stored-change.rules';

const LEVELS = Object.values(ApprovalLevel);

/** Where an item does not say how high it has to go, and for lists and targets, the city's People's Committee decides: it issued the plan. */
const USUAL = ApprovalLevel.PEOPLES_COMMITTEE;

/** The level that decides on changes: the highest that any of them asks for, before or after it (rule R5). */
export function levelOf({ rows }: Pick<AdjustmentFacts, 'rows'>, changes: readonly StoredChange[]): ApprovalLevel {
  const levels = changes.flatMap((change): unknown[] => {
    if (change.kind === 'TARGET') return [USUAL];
    if (change.kind === 'ADD_ITEM') return [change.row.approval_level ?? USUAL];
    const standing = rows.work_item.find(({ id }) => id === change.workItemId)?.approval_level ?? USUAL;
    return change.kind === 'ITEM' ? [standing, change.set.approval_level] : [standing];
  });
  const ranks = levels.map((level) => LEVELS.indexOf(level as ApprovalLevel));
  return LEVELS[Math.max(0, ...ranks)]!;
}
