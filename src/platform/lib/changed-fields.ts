/** The fields in which two states of a row differ, as events tell them; null where they are alike. */
export function changedFields<Row extends object, Field extends keyof Row & string>(
  fields: readonly Field[],
  before: Row,
  after: Row,
): { readonly before: object; readonly after: object } | null {
  const changed = fields.filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return null;
  const of = (row: Row): object => Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { before: of(before), after: of(after) };
}
