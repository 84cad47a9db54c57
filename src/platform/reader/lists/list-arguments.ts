import type { ArgumentValue } from './argument-value';
import { ReadError } from '../read-error';

/** Most rows of one page. */
const LARGEST_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Which page is wanted: how many rows, from which end, beyond which cursors. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: ArgumentValue | null;
  readonly before: ArgumentValue | null;
}

/** Checks paging arguments. Throws BAD_USER_INPUT naming the argument. */
export function pageRequestOf(list: ReadonlyMap<string, ArgumentValue>): PageRequest {
  const [first, last] = [numberOf(list.get('first')), numberOf(list.get('last'))];
  if (first !== null && last !== null) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: 'Chỉ dùng một trong hai tham số `first` và `last`.',
      en: 'Use either `first` or `last`, not both.',
    });
  }
  const name = last !== null ? 'last' : 'first';
  const size = last ?? first ?? DEFAULT_PAGE;
  if (size < 0 || size > LARGEST_PAGE) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: `\`${name}\` phải từ 0 đến ${LARGEST_PAGE}, không phải ${size}.`,
      en: `\`${name}\` must be 0 to ${LARGEST_PAGE}, not ${size}.`,
    });
  }
  return { size, fromEnd: last !== null, after: textOf(list.get('after')), before: textOf(list.get('before')) };
}

function numberOf(given: ArgumentValue | undefined): number | null {
  return typeof given?.value === 'number' ? given.value : null;
}

function textOf(given: ArgumentValue | undefined): ArgumentValue | null {
  return given === undefined || given.value === null ? null : given;
}
