import type { DocumentState } from '../../documents/public';

/** What can be done with the rows of a list. */
export type ListAction =
  | 'addAppendixRows'
  | 'removeAppendixRows'
  | 'describeWorkItem'
  | 'addMilestones'
  | 'addResource'
  | 'addDeliverable'
  | 'removeMilestone'
  | 'removeResource'
  | 'removeDeliverable'
  | 'traceWorkItem'
  | 'removeTrace';

/** Who may do something with a list's rows, and how far it goes. */
export interface ListRight {
  /** Whoever drafts the document (the secretariat does, too), or the secretariat alone, which keeps all lists. */
  readonly by: 'DRAFTER' | 'SECRETARIAT';
  /** Anything, or only what is still missing: what was decided is changed by an adjustment. */
  readonly reach: 'ANYTHING' | 'MISSING';
}

const DRAFTED: ListRight = { by: 'DRAFTER', reach: 'ANYTHING' };
const COMPLETED: ListRight = { by: 'DRAFTER', reach: 'MISSING' };
const KEPT: ListRight = { by: 'SECRETARIAT', reach: 'ANYTHING' };
const FILLED: ListRight = { by: 'SECRETARIAT', reach: 'MISSING' };

type ByState = Partial<Record<DocumentState, ListRight>>;

/** What an item promises: decided with its plan, so that a finalised one is only completed. */
const PROMISES: ByState = {
  DRAFTING: DRAFTED,
  CONSULTING: DRAFTED,
  FINALISED: COMPLETED,
  SUBMITTED: FILLED,
  ISSUED: FILLED,
  WITHDRAWN: FILLED,
};

/** What an item is done with, hands over and serves: told beside the plan, until it is submitted also by whoever drafts it. */
const ADDITIONS: ByState = {
  DRAFTING: DRAFTED,
  CONSULTING: DRAFTED,
  FINALISED: DRAFTED,
  SUBMITTED: KEPT,
  ISSUED: KEPT,
  WITHDRAWN: KEPT,
};

/** What is entered and taken off only while nothing is decided. */
const WHILE_DRAFTED: ByState = { DRAFTING: DRAFTED, CONSULTING: DRAFTED };

/** What may be done with a list's rows, by the state of the document that it belongs to; what is not here is not possible. */
export const LIST_RIGHTS: Readonly<Record<ListAction, ByState>> = {
  addAppendixRows: WHILE_DRAFTED,
  // the rows of what was withdrawn hold codes that another list may want
  removeAppendixRows: { DRAFTING: DRAFTED, CONSULTING: DRAFTED, WITHDRAWN: DRAFTED },
  describeWorkItem: PROMISES,
  addMilestones: PROMISES,
  addResource: ADDITIONS,
  addDeliverable: ADDITIONS,
  removeMilestone: WHILE_DRAFTED,
  removeResource: WHILE_DRAFTED,
  removeDeliverable: WHILE_DRAFTED,
  traceWorkItem: ADDITIONS,
  removeTrace: ADDITIONS,
};

/** The right to an action while the list's document is in that state; null where nobody has it. */
export function listRightOf(action: ListAction, state: DocumentState): ListRight | null {
  return LIST_RIGHTS[action][state] ?? null;
}
