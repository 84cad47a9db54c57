import type { LeafField, ModelField, ReadModel, ToOneField } from '../model/model';
import type { ReadableType } from '../model/registry';

/** What rows can be grouped by: a value of the row, or of a row that it leads to; or the row it leads to itself. */
export interface GroupField {
  /** Name in the enum of the schema, e.g. `WORK_ITEM_KIND`. */
  readonly name: string;
  readonly description: string;
  /** The relation on the way, if the value is another row's. */
  readonly through: ToOneField | null;
  readonly field: LeafField | ToOneField;
}

const HOPPING = new Set(['Boolean', 'Date', 'Period']);

/** Everything that the rows of a type can be grouped by, in the order of its fields. */
export function groupFieldsOf(model: ReadModel, type: ReadableType): ReadonlyMap<string, GroupField> {
  const found: GroupField[] = [];
  for (const field of model.of(type).values()) {
    found.push(...ownFields(field));
    if (field.kind === 'toOne') found.push(...fieldsThrough(model, field));
  }
  return new Map(found.map((field) => [field.name, field]));
}

function ownFields(field: ModelField): GroupField[] {
  const { description } = field;
  if (field.kind === 'toOne') return [{ name: constantCase(field.name), description, through: null, field }];
  if (field.kind === 'leaf') return leaf(field, constantCase(field.name), null);
  if (field.kind !== 'object') return [];
  return [...field.members.values()].flatMap((member) =>
    leaf(member, `${constantCase(field.name)}_${constantCase(member.name)}`, null),
  );
}

function fieldsThrough(model: ReadModel, through: ToOneField): GroupField[] {
  return [...model.of(through.to).values()].flatMap((field) => {
    const name = `${constantCase(through.name)}_${constantCase(field.name)}`;
    if (field.kind === 'toOne') return [{ name, description: field.description, through, field }];
    if (field.kind !== 'leaf' || !(field.values !== null || HOPPING.has(field.leaf.name))) return [];
    return leaf(field, name, through);
  });
}

function leaf(field: LeafField, name: string, through: ToOneField | null): GroupField[] {
  if (field.isList || ['ID', 'JSON', 'Cursor'].includes(field.leaf.name)) return [];
  return [{ name, description: field.description, through, field }];
}

function constantCase(name: string): string {
  return name.replace(/([A-Z])/g, '_$1').toUpperCase();
}
