import { type Actor, hasRole, hasRoleFor, unitsOf } from '../platform/access/actor';
import { type DocumentAction, isPossible, startsOf } from './document.rules';
import { DocumentState } from './document.state';

/** What rights look at in a document. */
export interface DraftedDocument {
  readonly draftingUnitId: string | null;
}

/** The same with the state that a step starts from. */
export interface StandingDocument extends DraftedDocument {
  readonly state: DocumentState;
}

/** A document on its way, with what is waited for. */
export interface DocumentUnderway extends StandingDocument {
  /** The level that has to approve next; null when none has to. */
  readonly awaitedLevel: string | null;
  /** Units that were asked for an opinion and have not given it. */
  readonly awaitedUnitIds: readonly string[];
  /** Whether an opinion came, to be answered. */
  readonly hasOpinions: boolean;
}

/** The secretariat drafts for the committee, a reporter for the reporter's unit. */
export function canDraft(actor: Actor, { draftingUnitId }: DraftedDocument): boolean {
  if (hasRole(actor, 'SECRETARIAT')) return true;
  return draftingUnitId !== null && hasRoleFor(actor, 'REPORTER', draftingUnitId);
}

/** What a unit drafts leaves it by the hand of its approver. */
function canSubmit(actor: Actor, { draftingUnitId }: DraftedDocument): boolean {
  if (hasRole(actor, 'SECRETARIAT')) return true;
  return draftingUnitId !== null && hasRoleFor(actor, 'APPROVER', draftingUnitId);
}

/** What is asked of a document is changed by those who ask it, not by the unit that has to keep it. */
export function canMoveFrame(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** Decisions of the levels are the head's, or recorded by the secretariat. */
function canDecide(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT', 'COMMITTEE_HEAD');
}

/** Who drafts gives a draft up; what has left the unit is taken back by who submitted it, or by who decides on it. */
function canWithdraw(actor: Actor, document: StandingDocument): boolean {
  if (document.state !== DocumentState.SUBMITTED) return canDraft(actor, document);
  return canSubmit(actor, document) || canDecide(actor);
}

/** Whether the actor may take this step with this document, whatever its state. Opinions have a rule of their own. */
export function canTake(
  actor: Actor,
  action: Exclude<DocumentAction, 'recordOpinion'>,
  document: StandingDocument,
): boolean {
  switch (action) {
    case 'revise':
    case 'sendForOpinions':
    case 'answerOpinion':
    case 'finalise':
      return canDraft(actor, document);
    case 'withdraw':
      return canWithdraw(actor, document);
    case 'correctIssue':
      // who keeps the papers sees what stands on them
      return hasRole(actor, 'SECRETARIAT');
    case 'submit':
      return canSubmit(actor, document);
    case 'approve':
    case 'return':
    case 'issue':
      return canDecide(actor);
  }
}

/**
 * Whether the step is the actor's in any of the states from which it is taken. Whoever may never take it is told so; whoever may, only not now, was overtaken
 * or is early, and is told what the document's state is.
 */
export function canEverTake(
  actor: Actor,
  action: Exclude<DocumentAction, 'recordOpinion'>,
  { draftingUnitId }: DraftedDocument,
): boolean {
  return startsOf(action).some((state) => canTake(actor, action, { draftingUnitId, state }));
}

/** A unit speaks for itself by its reporter or approver; letters of bodies without an account are recorded by the secretariat. */
export function canRecordOpinionOf(actor: Actor, unitId: string): boolean {
  return hasRole(actor, 'SECRETARIAT') || unitsOf(actor, 'REPORTER', 'APPROVER').includes(unitId);
}

/**
 * What the actor may do with a document as it stands: the step is the actor's, the state allows it, and what it answers is there. Whether the document is whole
 * enough for the step is said beside it, by what is missing.
 */
export function rightsOnDocument(actor: Actor, document: DocumentUnderway): Readonly<Record<DocumentAction, boolean>> {
  const { state, awaitedLevel, awaitedUnitIds, hasOpinions } = document;
  const may = (action: Exclude<DocumentAction, 'recordOpinion'>): boolean =>
    canTake(actor, action, document) && isPossible(action, state);
  return {
    revise: may('revise'),
    sendForOpinions: may('sendForOpinions'),
    recordOpinion:
      isPossible('recordOpinion', state) && awaitedUnitIds.some((unitId) => canRecordOpinionOf(actor, unitId)),
    answerOpinion: may('answerOpinion') && hasOpinions,
    finalise: may('finalise'),
    submit: may('submit'),
    approve: may('approve') && awaitedLevel !== null,
    return: may('return'),
    issue: may('issue') && awaitedLevel === null,
    correctIssue: may('correctIssue'),
    withdraw: may('withdraw'),
  };
}
