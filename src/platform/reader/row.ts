import type { ReadableType } from './registry';

/** A row as resolvers see it: properties by name, embedded values as objects, and its GraphQL type. */
export interface Row extends Record<string, unknown> {
  readonly __typename: string;
}

/** Makes a row of what the database gave: `source.note` becomes `source: { note }`. */
export function toRow(type: ReadableType, raw: Readonly<Record<string, unknown>>): Row {
  const row: Record<string, unknown> = { __typename: type.name };
  for (const [path, value] of Object.entries(raw)) {
    if (path.startsWith('#')) continue;
    const dot = path.indexOf('.');
    if (dot === -1) row[path] = value;
    else ((row[path.slice(0, dot)] ??= {}) as Record<string, unknown>)[path.slice(dot + 1)] = value;
  }
  return row as Row;
}
