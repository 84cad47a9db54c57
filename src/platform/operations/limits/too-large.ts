import { ReadError } from '../../reader/read-error';
import type { Localised } from '../../lib/localised';

/** A bound that was passed: what it counts, what it is, what was asked, and the way out. */
export interface PassedBound {
  readonly name: Localised;
  readonly limit: number;
  /** What was asked; `isMore` where counting was given up there. */
  readonly asked: number;
  readonly isMore?: boolean;
  readonly wayOut: Localised;
}

/** Refuses what passes a bound, naming it, its value, what was asked, and what to do instead. */
export function tooLarge(code: 'QUERY_TOO_COMPLEX' | 'BAD_USER_INPUT', bound: PassedBound): ReadError {
  const { name, limit, asked, isMore = false, wayOut } = bound;
  const write = (value: number, locale: string) => value.toLocaleString(locale);
  const vi = `${isMore ? 'hơn ' : ''}${write(asked, 'vi')}`;
  const en = `${isMore ? 'more than ' : ''}${write(asked, 'en')}`;
  return new ReadError(code, {
    vi: `Yêu cầu quá lớn: ${name.vi} là ${vi}, tối đa ${write(limit, 'vi')}. ${wayOut.vi}`,
    en: `The request is too large: ${name.en} is ${en}, at most ${write(limit, 'en')}. ${wayOut.en}`,
  });
}
