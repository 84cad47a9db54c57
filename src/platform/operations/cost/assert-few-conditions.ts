import { LIMITS } from '../limits/limits';
import { tooLarge } from '../limits/too-large';
import type { MeasuredCost } from './measure-cost';
import { COUNTED_CONDITIONS } from './measure-conditions';

const CONDITIONS = {
  name: { vi: 'tổng số điều kiện trong các bộ lọc', en: 'the number of conditions in all filters' },
  limit: LIMITS.conditions,
  wayOut: {
    vi: 'Hãy dùng `in` thay cho nhiều điều kiện `or` trên cùng một trường, hoặc chia nhỏ truy vấn.',
    en: 'Use `in` instead of many conditions on one field in `or`, or split the operation.',
  },
} as const;
const QUANTIFIERS = {
  name: { vi: 'số điều kiện `some`, `none`, `every`', en: 'the number of `some`, `none` and `every`' },
  limit: LIMITS.quantifiers,
  wayOut: {
    vi: 'Hãy gộp các điều kiện vào một `some`, hoặc chia nhỏ truy vấn.',
    en: 'Put several conditions into one `some`, or split the operation.',
  },
} as const;

const CHARACTERS = {
  name: {
    vi: 'tổng số ký tự của các giá trị trong tham số (tính mỗi lần dùng)',
    en: 'the number of characters of the values in arguments (counted wherever they are used)',
  },
  limit: LIMITS.characters,
  wayOut: {
    vi: 'Hãy tìm bằng chuỗi ngắn hơn, dùng ít điều kiện hơn, hoặc chia nhỏ truy vấn.',
    en: 'Search for shorter texts, use fewer conditions, or split the operation.',
  },
} as const;

/** Refuses a question of which the arguments are too long to be read for each place that uses them, whatever its asker may spend: QUERY_TOO_COMPLEX. */
export function assertShortArguments({ characters }: MeasuredCost): void {
  if (characters > LIMITS.characters) throw tooLarge('QUERY_TOO_COMPLEX', { ...CHARACTERS, asked: characters });
}

/** Refuses an operation of which the filters are too long a statement, whatever its asker may spend: QUERY_TOO_COMPLEX. */
export function assertFewConditions({ conditions, quantifiers }: MeasuredCost): void {
  if (conditions > LIMITS.conditions) {
    const isMore = conditions > COUNTED_CONDITIONS;
    throw tooLarge('QUERY_TOO_COMPLEX', { ...CONDITIONS, asked: isMore ? COUNTED_CONDITIONS : conditions, isMore });
  }
  if (quantifiers > LIMITS.quantifiers) {
    throw tooLarge('QUERY_TOO_COMPLEX', { ...QUANTIFIERS, asked: quantifiers });
  }
}
