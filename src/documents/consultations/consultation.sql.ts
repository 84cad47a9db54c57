import type { DerivedSql, Moment } from '../../platform/reader/model/declarations';

/** Whether a request stands unanswered, no finalising did without it, and the unit was not asked again in a later round: that one replaces it. */
export function isOpenSql(row: string, table: Moment['table']): string {
  return `(${row}.answered_on is null and ${row}.waived_on is null and not exists (select from ${table('consultation')} later
    where later.document_id = ${row}.document_id and later.unit_id = ${row}.unit_id and later.round > ${row}.round))`;
}

/** An opinion is awaited while the document is out for opinions. */
export const isAwaitedSql: DerivedSql = (row, { table }) => `(${isOpenSql(row, table)}
    and exists (select from ${table('document')} d where d.id = ${row}.document_id and d.state = 'CONSULTING'))`;

/**
 * Days past the due date: of the answer; without one, of the day on which nobody waited for it any more (the unit was asked again, or the document was finalised or
 * withdrawn), or of today.
 */
export const consultationDaysLateSql: DerivedSql = (row, { today, table }) => {
  const askedAgain = `(select min(later.asked_on) from ${table('consultation')} later
    where later.document_id = ${row}.document_id and later.unit_id = ${row}.unit_id and later.round > ${row}.round)`;
  const closed = `(select min(s.taken_on) from ${table('document_step')} s
    where s.document_id = d.id and s.kind in ('FINALISED', 'WITHDRAWN') and s.taken_on >= ${row}.asked_on)`;
  // what became of a paper is not always known step by step
  const left = `(select case when d.state = 'CONSULTING' and ${row}.waived_on is null then ${today} else coalesce(${closed}, ${row}.waived_on, d.submitted_on, d.issued_on, d.reported_on, ${row}.due_on) end
    from ${table('document')} d where d.id = ${row}.document_id)`;
  return `greatest(0, coalesce(${row}.answered_on, ${askedAgain}, ${left}) - ${row}.due_on)`;
};
