import type { Filter } from './filter';
import { ReadError } from './read-error';

/** Most rows of one page. */
const LARGEST_PAGE = 200;
const DEFAULT_PAGE = 50;

/** Arguments of a list field, as the client gave them. */
export interface ListArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
  readonly where?: Filter | null;
}

/** Which page is wanted: how many rows, from which end, beyond which cursors. */
export interface PageRequest {
  readonly size: number;
  readonly fromEnd: boolean;
  readonly after: string | null;
  readonly before: string | null;
}

/** Checks paging arguments. Throws BAD_USER_INPUT naming the argument. */
export function pageRequestOf(list: ListArguments): PageRequest {
  if (list.first != null && list.last != null) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: 'Chỉ dùng một trong hai tham số `first` và `last`.',
      en: 'Use either `first` or `last`, not both.',
    });
  }
  const name = list.last != null ? 'last' : 'first';
  const size = list.last ?? list.first ?? DEFAULT_PAGE;
  if (size < 0 || size > LARGEST_PAGE) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: `\`${name}\` phải từ 0 đến ${LARGEST_PAGE}, không phải ${size}.`,
      en: `\`${name}\` must be 0 to ${LARGEST_PAGE}, not ${size}.`,
    });
  }
  return { size, fromEnd: list.last != null, after: list.after ?? null, before: list.before ?? null };
}
