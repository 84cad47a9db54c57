import { createPatch, type Operation } from 'rfc6902';

/**
 * The RFC 6902 operations that lead from one answer to another, both as JSON text; null when they are longer than the limit, so that the whole answer is the
 * better message.
 */
export function answerPatch(before: Buffer, after: Buffer, longest: number): readonly Operation[] | null {
  // lists are compared element by element with element: beyond this the comparison costs more than the bytes that it saves
  if (after.length > LARGEST) return null;
  const operations = createPatch(JSON.parse(before.toString()), JSON.parse(after.toString()));
  if (operations.some(({ path }) => PASSED_OVER.test(path))) return null;
  // `test` operations are never made: the hash of the base is the check
  return JSON.stringify(operations).length < longest ? operations : null;
}

const LARGEST = 256 * 1024;

/** Aliases that mean something else to JavaScript: appliers pass over them, and would change another place. */
const PASSED_OVER = /\/(__proto__|constructor|prototype)(\/|$)/;
