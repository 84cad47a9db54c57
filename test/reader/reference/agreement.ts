import { CURSOR_MARK } from './execute';

/** Both answers as text, with the order of keys kept. Cursors, which the server alone can write, stand as the reference's marks where they are consistent. */
export function comparedTexts(expected: unknown, actual: unknown): { expected: string; actual: string } {
  const cursors = new Map<string, string>();
  return { expected: JSON.stringify(expected), actual: JSON.stringify(aligned(expected, actual, cursors)) };
}

function aligned(expected: unknown, actual: unknown, cursors: Map<string, string>): unknown {
  if (typeof expected === 'string' && expected.startsWith(CURSOR_MARK)) return alignedCursor(expected, actual, cursors);
  if (Array.isArray(expected) && Array.isArray(actual)) {
    return actual.map((entry: unknown, index) => aligned(expected[index], entry, cursors));
  }
  if (!isObject(expected) || !isObject(actual)) return actual;
  return Object.fromEntries(
    Object.entries(actual).map(([key, entry]) => [key, aligned(expected[key], entry, cursors)]),
  );
}

/** The same row of the same list has one cursor, wherever it is written. */
function alignedCursor(mark: string, actual: unknown, cursors: Map<string, string>): unknown {
  if (typeof actual !== 'string' || actual === '') return actual;
  const known = cursors.get(mark);
  cursors.set(mark, actual);
  return known === undefined || known === actual ? mark : `${mark}, once ${known}, once ${actual}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
