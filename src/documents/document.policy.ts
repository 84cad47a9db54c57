import { type Actor, hasRole, hasRoleFor, unitsOf } from '../platform/access/actor';
import type { DocumentAction } from './document.rules';

/** What rights look at in a document. */
export interface DraftedDocument {
  readonly draftingUnitId: string | null;
}

/** The secretariat drafts for the committee, a unit's reporter for the own unit. */
export function canDraft(actor: Actor, { draftingUnitId }: DraftedDocument): boolean {
  if (hasRole(actor, 'SECRETARIAT')) return true;
  return draftingUnitId !== null && hasRoleFor(actor, 'REPORTER', draftingUnitId);
}

/** What a unit drafts leaves it by the hand of its approver. */
function canSubmit(actor: Actor, { draftingUnitId }: DraftedDocument): boolean {
  if (hasRole(actor, 'SECRETARIAT')) return true;
  return draftingUnitId !== null && hasRoleFor(actor, 'APPROVER', draftingUnitId);
}

/** Decisions of the levels are the head's, or recorded by the secretariat. */
function canDecide(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** Whether the actor may take this step with this document, whatever its state. Opinions have a rule of their own. */
export function canTake(
  actor: Actor,
  action: Exclude<DocumentAction, 'recordOpinion'>,
  document: DraftedDocument,
): boolean {
  switch (action) {
    case 'revise':
    case 'sendForOpinions':
    case 'answerOpinion':
    case 'finalise':
    case 'withdraw':
      return canDraft(actor, document);
    case 'submit':
      return canSubmit(actor, document);
    case 'approve':
    case 'return':
    case 'issue':
      return canDecide(actor);
  }
}

/** A unit speaks for itself by its reporter or approver; letters of bodies without an account are recorded by the secretariat. */
export function canRecordOpinionOf(actor: Actor, unitId: string): boolean {
  return hasRole(actor, 'SECRETARIAT') || unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId);
}
