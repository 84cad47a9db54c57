import { jsonObject } from '../statement/sql-forms';

/** A list of an answer that holds fewer rows than there are. */
export interface Truncation {
  /** Response keys from the root; numbers for places in lists. */
  readonly path: readonly (string | number)[];
  /** Entries that the answer has, and how many there would be. */
  readonly shown: number;
  readonly total: number;
}

/** No response key can be such a name; within a JSON text the quote would be escaped. */
const MARK = '{"#truncated":';

/**
 * A JSON array of at most `size` objects, in the order of the rows; where there are more, a last entry says how many there would be. It must be taken out again
 * (`takeTruncations`) before the answer leaves.
 */
export function cutJsonList(columns: readonly string[], from: string, size: number): string {
  const rows = `select ${jsonObject(columns)} as j, count(*) over () as n ${from} limit ${size}`;
  return `(select array_to_json(case when max(t.n) > count(*)
      then array_append(array_agg(t.j), ('${MARK}' || max(t.n) || '}')::json) else coalesce(array_agg(t.j), '{}') end)
    from (${rows}) t)`;
}

/** Whether a statement has lists that may be cut. */
export function isCut(statement: string): boolean {
  return statement.includes(MARK);
}

/** A JSON text without its marks, and what they said; `path` leads to the text. */
export function takeTruncations(
  text: string,
  path: readonly (string | number)[],
): { readonly text: string; readonly truncated: readonly Truncation[] } {
  if (!text.includes(MARK)) return { text, truncated: [] };
  const truncated: Truncation[] = [];
  collect(JSON.parse(text), path, truncated);
  return { text: text.replace(/,\{"#truncated":\d+\}/g, ''), truncated };
}

// as deep as the operation's selections, which are limited
function collect(value: unknown, path: readonly (string | number)[], into: Truncation[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    for (const [key, entry] of Object.entries(value)) collect(entry, [...path, key], into);
    return;
  }
  const last: unknown = value.at(-1);
  const total = (last as { '#truncated'?: number } | null | undefined)?.['#truncated'];
  if (total !== undefined) into.push({ path, shown: value.length - 1, total });
  for (const [index, entry] of value.entries()) collect(entry, [...path, index], into);
}
