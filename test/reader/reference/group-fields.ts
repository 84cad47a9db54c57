import type { Field, Leaf, Shape } from './shape';

/** By what rows are gathered: a value on the row or on a row that it leads to, or the row itself to which it leads. */
export interface GroupField {
  readonly name: string;
  /** Name of the field that leads to the row with the value; null for the row's own. */
  readonly through: string | null;
  /** Name of the object that has the leaf; null for a leaf of the row. */
  readonly object: string | null;
  readonly field: Leaf | (Field & { readonly kind: 'toOne' });
}

const NEVER = new Set(['ID', 'JSON', 'Cursor']);
const ONE_STEP_AWAY = new Set(['Boolean', 'Date', 'Period']);

/** All that the rows of a type can be gathered by, by name. */
export function groupFields(shape: Shape, type: string): ReadonlyMap<string, GroupField> {
  const found: GroupField[] = [];
  for (const field of shape.of(type).values()) {
    const name = constantCase(field.name);
    if (field.kind === 'leaf' && isGroupable(field)) found.push({ name, through: null, object: null, field });
    if (field.kind === 'object' && field.name !== 'viewerCan') {
      for (const member of field.members.values()) {
        if (!isGroupable(member)) continue;
        found.push({ name: `${name}_${constantCase(member.name)}`, through: null, object: field.name, field: member });
      }
    }
    if (field.kind === 'toOne') {
      found.push({ name, through: null, object: null, field });
      found.push(...oneStepAway(shape, field.to, field.name));
    }
  }
  return new Map(found.map((field) => [field.name, field]));
}

function oneStepAway(shape: Shape, type: string, through: string): GroupField[] {
  return [...shape.of(type).values()].flatMap((field) => {
    const name = `${constantCase(through)}_${constantCase(field.name)}`;
    const isOffered =
      field.kind === 'toOne' ||
      (field.kind === 'leaf' && isGroupable(field) && (field.enumValues !== null || ONE_STEP_AWAY.has(field.scalar)));
    return isOffered ? [{ name, through, object: null, field }] : [];
  });
}

function isGroupable(leaf: Leaf): boolean {
  return !leaf.isList && !NEVER.has(leaf.scalar);
}

function constantCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
