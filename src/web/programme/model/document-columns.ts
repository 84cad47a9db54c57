import type { DocumentState } from '../../generated/operations';
import type { Document } from './rows';

/** The way of a document; what was withdrawn stands behind it. */
const STATES: readonly DocumentState[] = ['DRAFTING', 'CONSULTING', 'FINALISED', 'SUBMITTED', 'ISSUED', 'WITHDRAWN'];

/** The documents by state, the latest ones first, then by deadline; a column for withdrawn ones only if there are any. */
export function documentColumns(documents: readonly Document[]): { state: DocumentState; documents: Document[] }[] {
  return STATES.map((state) => ({
    state,
    documents: documents.filter((document) => document.state === state).sort(byUrgency),
  })).filter(({ state, documents: held }) => state !== 'WITHDRAWN' || held.length > 0);
}

function byUrgency(one: Document, other: Document): number {
  if (one.isOverdue !== other.isOverdue) return one.isOverdue ? -1 : 1;
  const late = '9999-12-31';
  return (one.nextDueOn ?? late).localeCompare(other.nextDueOn ?? late);
}
