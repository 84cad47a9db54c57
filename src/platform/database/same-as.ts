import { type FindOperator, Raw } from 'typeorm';

/** A condition for `find`: a text that is one with the given name, code or number, whatever its case and however either was typed (`same_text`). */
export function sameAs(text: string): FindOperator<string> {
  return Raw((column) => `same_text(${column}) = same_text(:sameAs)`, { sameAs: text }) as FindOperator<string>;
}

/** A condition for `find`: a text that is one with any of the given, as `sameAs`; which of them it is, `sameText` says of both. */
export function sameAsAny(texts: readonly string[]): FindOperator<string> {
  return Raw((column) => `same_text(${column}) = any(select same_text(given) from unnest(:sameAsAny::text[]) given)`, {
    sameAsAny: texts,
  }) as FindOperator<string>;
}
