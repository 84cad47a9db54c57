import { type Actor, hasRoleFor, unitsOf } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';

/** Drafts belong to the unit that writes them: its reporters and approvers read them, and nobody else, whatever roles they have. */
export const readableDrafts: RowRule = (actor) => {
  const units = unitsOf(actor, 'REPORTER', 'APPROVER');
  if (units.length === 0) return 'none';
  return (row, bind) => `${row}.unit_id = any(${bind(units)}::uuid[])`;
};

/** Whether the actor may see this very draft: the same rule as the row predicate, for commands. */
export function canSeeDraft(actor: Actor, { unitId }: { readonly unitId: string }): boolean {
  return unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId);
}

/** Who writes on and discards a draft: the unit's reporters, whoever of them saved it. */
export function canDiscardDraft(actor: Actor, { unitId }: { readonly unitId: string }): boolean {
  return hasRoleFor(actor, 'REPORTER', unitId);
}
