import { type Actor, isOfficial } from '../../platform/access/actor';
import type { RowRule } from '../../platform/reader/model/row-rule';
import { DocumentState } from '../document.state';

/**
 * Whether the actor reads drafts and opinions: officials with an account of their own do, whatever their unit, since they are to prepare what they will carry out. A
 * meeting room's screen does not (rule R14): it follows documents and their states, and shows the words of what is issued alone; what was said of a draft in a step is such words too.
 */
export function canSeeDrafts(actor: Actor): boolean {
  return isOfficial(actor);
}

/** Versions of documents: for rooms, of issued ones. */
export const readableVersions: RowRule = (actor) => {
  if (canSeeDrafts(actor)) return 'all';
  return (row, bind, table) =>
    `exists (select from ${table('document')} rd where rd.id = ${row}.document_id and rd.state = ${bind(DocumentState.ISSUED)})`;
};

/** Sections of versions: for rooms, of issued documents. */
export const readableSections: RowRule = (actor) => {
  if (canSeeDrafts(actor)) return 'all';
  return (row, bind, table) =>
    `exists (select from ${table('document_version')} rv join ${table('document')} rd on rd.id = rv.document_id
      where rv.id = ${row}.version_id and rd.state = ${bind(DocumentState.ISSUED)})`;
};

/** Steps: for rooms, those without words, and all of issued documents. */
export const readableSteps: RowRule = (actor) => {
  if (canSeeDrafts(actor)) return 'all';
  return (row, bind, table) =>
    `(${row}.note is null or exists (select from ${table('document')} rd where rd.id = ${row}.document_id and rd.state = ${bind(DocumentState.ISSUED)}))`;
};

/** Opinions on drafts: not for rooms. */
export const readableOpinions: RowRule = (actor) => (canSeeDrafts(actor) ? 'all' : 'none');
