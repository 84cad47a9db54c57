/** From when on a row stood so. */
export interface Stage<Row> {
  /** When it became so; null when it never did. */
  readonly since: Date | null;
  /** What was still different from the row as it was loaded; nothing is in the last stage. */
  readonly still: Partial<Row>;
}

/** A stage that came. */
export type Version<Row> = Stage<Row> & { readonly since: Date };

/** A stage that came at a moment. */
export function since<Row>(moment: Date | null | undefined, still: Partial<Row> = {}): Stage<Row> {
  return { since: moment ?? null, still };
}

/** The versions of a row in their order, one at a moment. What came before the beginning counts from it; a row without stages was there by then. */
export function versionsOf<Row>(stages: readonly Stage<Row>[], beginning: Date): Version<Row>[] {
  const came = stages.flatMap((stage) =>
    stage.since === null ? [] : { ...stage, since: later(stage.since, beginning) },
  );
  const latest = new Map<number, Version<Row>>();
  for (const version of came.toSorted((one, other) => Number(one.since) - Number(other.since))) {
    latest.set(Number(version.since), version);
  }
  const versions = [...latest.values()];
  const last = versions.pop();
  return [...versions, { since: last?.since ?? beginning, still: {} }];
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
