/** A row of a list that people press buttons in. */
export interface Row<T> {
  readonly item: T;
  /** No longer in the list; the row stays where it was, so that no other one slides under a finger. */
  readonly isGone: boolean;
}

/**
 * The rows to show when the list has changed: each known row keeps its place, whatever left the list stays as a row that is gone, and what is new
 * comes last. `tidy` takes the list as it is.
 */
export function keepPlaces<T extends { id: string }>(
  shown: readonly Row<T>[],
  list: readonly T[],
  tidy = false,
): readonly Row<T>[] {
  if (tidy) return list.map((item) => ({ item, isGone: false }));
  const byId = new Map(list.map((item) => [item.id, item]));
  const kept = shown.map(({ item }) => {
    const current = byId.get(item.id);
    return { item: current ?? item, isGone: current === undefined };
  });
  const known = new Set(shown.map(({ item }) => item.id));
  return [...kept, ...list.filter(({ id }) => !known.has(id)).map((item) => ({ item, isGone: false }))];
}
