import {
  getNamedType,
  getNullableType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { ReadableType, Registry } from '../../../src/platform/reader/model/registry';

/** A value of a row, or a member of an object on it. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly name: string;
  /** Name of its scalar or enum. */
  readonly scalar: string;
  /** Values of the enum in the schema's order; null for scalars. */
  readonly enumValues: readonly string[] | null;
  readonly isList: boolean;
}

/** What a field of a readable type is. */
export type Field =
  | Leaf
  | { readonly kind: 'object'; readonly name: string; readonly members: ReadonlyMap<string, Leaf> }
  | { readonly kind: 'toOne'; readonly name: string; readonly to: string; readonly idProperty: string }
  | {
      readonly kind: 'many';
      readonly name: string;
      readonly of: string;
      readonly as: 'connection' | 'list' | 'one';
      /** The property of the rows that points back, or lists what they belong to; or the property of the parent that lists their ids. */
      readonly tie: { readonly by: string } | { readonly ids: string };
    }
  | { readonly kind: 'any'; readonly name: string };

/** What is known of the types before any row is read: the served schema, and which of its fields are rows of which table. */
export class Shape {
  private readonly fields: ReadonlyMap<string, ReadonlyMap<string, Field>>;
  private readonly types: ReadonlyMap<string, ReadableType>;

  constructor(
    readonly schema: GraphQLSchema,
    registry: Registry,
  ) {
    this.types = new Map(registry.types.map((type) => [type.name, type]));
    this.fields = new Map(registry.types.map((type) => [type.name, new Map(this.fieldsOf(type, registry))]));
  }

  get all(): readonly ReadableType[] {
    return [...this.types.values()];
  }

  /** The readable type of that name; throws for any other name. */
  type(name: string): ReadableType {
    const type = this.types.get(name);
    if (type === undefined) throw new Error(`${name} is no readable type.`);
    return type;
  }

  isReadable(name: string): boolean {
    return this.types.has(name);
  }

  /** Fields of a readable type, in the schema's order. */
  of(name: string): ReadonlyMap<string, Field> {
    return this.fields.get(name)!;
  }

  /** The field of that name; throws when there is none. */
  field(type: string, name: string): Field {
    const field = this.of(type).get(name);
    if (field === undefined) throw new Error(`The reference knows nothing of ${type}.${name}.`);
    return field;
  }

  /** The leaf of that name, or undefined. */
  leaf(type: string, name: string): Leaf | undefined {
    const field = this.of(type).get(name);
    return field?.kind === 'leaf' ? field : undefined;
  }

  private *fieldsOf(type: ReadableType, registry: Registry): Generator<[string, Field]> {
    const object = this.schema.getType(type.name);
    if (!isObjectType(object)) throw new Error(`The served schema has no type ${type.name}.`);
    for (const field of Object.values(object.getFields())) {
      const { name } = field;
      const named = getNamedType(field.type);
      const toOne = type.toOne.get(name);
      const many = type.collections.find((collection) => collection.field === name);
      if (toOne !== undefined) {
        yield [name, { kind: 'toOne', name, to: registry.of(toOne.to).name, idProperty: toOne.idProperty }];
      } else if (many !== undefined) {
        const { by, ids, among } = many as { by?: string; ids?: string; among?: string };
        const tie = ids === undefined ? { by: by ?? among! } : { ids };
        yield [name, { kind: 'many', name, of: registry.of(many.of).name, as: many.as, tie }];
      } else if (/^ProgressReport(Draft)?$/.test(type.name) && name === 'milestones') {
        yield [name, { kind: 'many', name, of: 'Milestone', as: 'list', tie: { ids: 'milestoneIds' } }];
      } else if (isLeafType(named)) {
        yield [name, leafOf(name, field.type)];
      } else if (isObjectType(named)) {
        const members = Object.values(named.getFields()).map((member) => [
          member.name,
          leafOf(member.name, member.type),
        ]);
        yield [name, { kind: 'object', name, members: new Map(members as [string, Leaf][]) }];
      } else {
        yield [name, { kind: 'any', name }];
      }
    }
  }
}

function leafOf(name: string, type: Parameters<typeof getNamedType>[0]): Leaf {
  const named = getNamedType(type)!;
  return {
    kind: 'leaf',
    name,
    scalar: named.name,
    enumValues: isEnumType(named) ? named.getValues().map((value) => value.name) : null,
    isList: isListType(getNullableType(type)),
  };
}
