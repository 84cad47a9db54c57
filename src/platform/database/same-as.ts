import { type FindOperator, Raw } from 'typeorm';

/** A condition for `find`: a text that is one with the given name, code or number, whatever its case and however either was typed (`same_text`). */
export function sameAs(text: string): FindOperator<string> {
  return Raw((column) => `same_text(${column}) = same_text(:sameAs)`, { sameAs: text }) as FindOperator<string>;
}
