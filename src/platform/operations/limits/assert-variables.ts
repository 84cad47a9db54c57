import { LIMITS } from './limits';
import { tooLarge } from './too-large';

/** How too deep a nesting is spoken of, and too many values: in variables, and in the message that holds them. */
export const NESTING = {
  name: { vi: 'số tầng lồng nhau trong biến (variables)', en: 'the nesting of the variables' },
  wayOut: { vi: 'Hãy viết biến phẳng hơn.', en: 'Write the variables flatter.' },
} as const;
export const VALUES = {
  name: { vi: 'số giá trị trong biến (variables)', en: 'the number of values in the variables' },
  wayOut: {
    vi: 'Hãy dùng `in` thay cho nhiều điều kiện `or`, hoặc chia thành nhiều yêu cầu.',
    en: 'Use `in` instead of many conditions in `or`, or split the request.',
  },
} as const;

/** Beyond so many values nobody counts on. */
const COUNTED = 5 * LIMITS.values;

/**
 * Looks at variables before anything else does: whatever coerces, measures or writes them calls itself for every level. Walks level by level, so that no depth can hurt it.
 * Gives the number of their values. Throws BAD_USER_INPUT for what is nested too deeply, QUERY_TOO_COMPLEX for too many values.
 */
export function assertVariables(variables: unknown): number {
  let level: object[] = isNested(variables) ? [variables] : [];
  let [depth, count] = [0, 0];
  while (level.length > 0 && count <= COUNTED) {
    depth += 1;
    if (depth > LIMITS.nesting) {
      throw tooLarge('BAD_USER_INPUT', { ...NESTING, limit: LIMITS.nesting, asked: LIMITS.nesting, isMore: true });
    }
    const below: object[] = [];
    for (const holder of level) {
      const values: readonly unknown[] = Array.isArray(holder) ? holder : Object.values(holder);
      count += values.length;
      for (const value of values) if (isNested(value)) below.push(value);
    }
    level = below;
  }
  if (count <= LIMITS.values) return count;
  const isMore = count > COUNTED;
  throw tooLarge('QUERY_TOO_COMPLEX', { ...VALUES, limit: LIMITS.values, asked: isMore ? COUNTED : count, isMore });
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
