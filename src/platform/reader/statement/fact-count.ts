import type { CountedFact } from '../model/declarations';
import { ReadError } from '../read-error';

/** Of how many parts a fact is asked to tell. Throws BAD_USER_INPUT naming the argument for more than there may be. */
export function countOf(given: unknown, { argument, atMost }: CountedFact): number {
  const count = given as number;
  if (count >= 0 && count <= atMost) return count;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` phải từ 0 đến ${atMost}, không phải ${count}.`,
    en: `\`${argument}\` must be 0 to ${atMost}, not ${count}.`,
  });
}
