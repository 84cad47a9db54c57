import type { LeafField, ReadModel } from '../../reader/model/model';
import type { ReadableType } from '../../reader/model/registry';

/** Names that types of aggregates and groups have for themselves. */
const RESERVED = new Set(['and', 'or', 'not', 'count', 'key', 'keys', 'coverage']);

/** The fields of a type whose values are added up: numbers, dates and moments that the row itself holds. Throws for one with a reserved name. */
export function summarisedFields(model: ReadModel, type: ReadableType): readonly LeafField[] {
  const found = [...model.of(type).values()].filter(
    (field): field is LeafField =>
      field.kind === 'leaf' &&
      !field.isList &&
      ['Int', 'Float', 'BigInt', 'Date', 'DateTime'].includes(field.leaf.name),
  );
  for (const { name } of found) {
    if (RESERVED.has(name)) throw new Error(`${type.name}.${name} has a name that its aggregates need.`);
  }
  return found;
}

/** Those of them that are numbers: what groups can be ordered by and conditions set on. */
export function numberFields(model: ReadModel, type: ReadableType): readonly LeafField[] {
  return summarisedFields(model, type).filter(({ leaf }) => ['Int', 'Float', 'BigInt'].includes(leaf.name));
}
