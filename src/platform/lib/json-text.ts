/*
 * Answers leave PostgreSQL as JSON text and go on as they are: parsing and writing them again would take longer than all else. What is put around them is
 * written here alone.
 */

/** How an object begins whose first member follows as text: `{"name":`. */
export function beginObject(name: string): string {
  return `{${JSON.stringify(name)}:`;
}

/** A further member of an object that has begun, with its comma before it; nothing for what is undefined. Its name stands as it is. */
export function member(name: string, value: unknown): string {
  return value === undefined ? '' : `,"${name}":${JSON.stringify(value)}`;
}

/** A whole object of members that are texts already. Names stand as they are: those of GraphQL hold nothing to escape. */
export function objectText(members: readonly (readonly [name: string, text: string])[]): string {
  return `{${members.map(([name, text]) => `"${name}":${text}`).join(',')}}`;
}
