import type { Seen } from '../reference/seen';
import type { Leaf } from '../reference/shape';

/** What the rows hold, each value once: hidden rows too, since naming what is hidden must find nothing. */
export class Samples {
  private readonly known = new Map<string, readonly unknown[]>();

  /** `past` is the same world at an earlier moment, whose ids can be named too. */
  constructor(
    readonly seen: Seen,
    readonly past: Seen | null = null,
  ) {}

  /** The values of a leaf; `object` names the field in which it is a member. */
  of(type: string, leaf: Leaf, object: string | null = null): readonly unknown[] {
    const name = `${type}.${object ?? ''}.${leaf.name}`;
    let values = this.known.get(name);
    if (values === undefined) {
      const found = this.seen.world.all(type).map((row) => {
        if (object === null) return this.seen.leaf(row, leaf);
        const field = this.seen.shape.field(type, object);
        return field.kind === 'object' ? (this.seen.object(row, field)?.[leaf.name] ?? null) : null;
      });
      values = [...new Set(found.filter((value) => value !== null))];
      this.known.set(name, values);
    }
    return values;
  }
}
