import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type AskedFact, type Collection, type CountedFact, type FactSql, withinOf } from './declarations';
import { hasEnumWords } from './declare-enum';
import type { ReadableType, Registry, ToOne } from './registry';

/** A value of a row: a column, a derived fact, or a member of one. */
export interface LeafField {
  readonly kind: 'leaf';
  readonly name: string;
  readonly description: string;
  readonly leaf: GraphQLLeafType;
  readonly isList: boolean;
  readonly isNullable: boolean;
  /** Stored values keep to the column's type; derived ones to what their GraphQL type means in SQL. */
  readonly sqlType: string;
  readonly isStored: boolean;
  /** Whether it is another form of the row's key: the id of its uuid, the cursor of its position in the log. */
  readonly isKey: boolean;
  /** Values of an enum, in the schema's order: the order in which they are sorted. */
  readonly values: readonly string[] | null;
  readonly sql: FactSql;
  /** What must be one over all rows that are added up, e.g. the currency; null where they always add up. */
  readonly within: FactSql | null;
}

/** Values that belong together: an embedded value, or a derived fact of several values. */
export interface ObjectField {
  readonly kind: 'object';
  readonly name: string;
  readonly description: string;
  readonly type: GraphQLObjectType;
  readonly members: ReadonlyMap<string, LeafField>;
  /** JSON of a derived fact; null for embedded columns, which are always there. */
  readonly json: FactSql | null;
  /** The fact's argument; null where it takes none. */
  readonly counted: CountedFact | null;
  /** Whether the fact is a list of such values: it is read, but nothing is filtered, sorted or grouped by it. */
  readonly isList: boolean;
}

/** A field that leads to one row. */
export interface ToOneField {
  readonly kind: 'toOne';
  readonly name: string;
  readonly description: string;
  readonly to: ReadableType;
  readonly id: FactSql;
  /** Whether every row leads to one. */
  readonly isAlways: boolean;
}

/** A field that leads to many rows, or to the only one that points back. */
export interface ManyField {
  readonly kind: 'many';
  readonly name: string;
  readonly description: string;
  readonly of: ReadableType;
  readonly as: Collection['as'];
  /** Condition that ties a row to its parent's row, and the property of the row that it looks at. */
  readonly tie: (row: string, parent: string) => string;
  readonly tiedBy: string;
}

/** A field that leads to a row of whatever type. */
export interface AnyField {
  readonly kind: 'any';
  readonly name: string;
  readonly description: string;
  readonly typeName: FactSql;
  readonly id: FactSql;
}

/** A field that is computed in code, from properties of its row. */
export interface ComputedField {
  readonly kind: 'computed';
  readonly name: string;
  readonly description: string;
  readonly needs: readonly { readonly property: string; readonly sql: FactSql }[];
  readonly asked: AskedFact | null;
  readonly weight: number;
}

/** A field of a readable type as the reader knows it. */
export type ModelField = LeafField | ObjectField | ToOneField | ManyField | AnyField | ComputedField;

const SQL_TYPES: Readonly<Record<string, string>> = {
  ID: 'uuid',
  Int: 'integer',
  Float: 'numeric',
  Boolean: 'boolean',
  Date: 'date',
  DateTime: 'timestamptz',
  BigInt: 'bigint',
  JSON: 'jsonb',
};

/** The readable types with their fields: what can be selected, filtered, sorted, added up and grouped by. Made of the registry and of TypeGraphQL's types. */
export class ReadModel {
  private readonly fields = new Map<string, ReadonlyMap<string, ModelField>>();

  constructor(
    readonly registry: Registry,
    private readonly schema: GraphQLSchema,
  ) {
    for (const type of registry.types) {
      this.fields.set(type.name, new Map(this.fieldsOf(type)));
      const { label } = type.options;
      if (label !== undefined && this.leaf(type, label) === undefined)
        fail(`${type.name} has no value ${label} to label it.`);
    }
  }

  /** The fields of a type. */
  of(type: ReadableType): ReadonlyMap<string, ModelField> {
    return this.fields.get(type.name)!;
  }

  /** The types that `node(id)` finds: those that have an id. */
  get nodeTypes(): ReadableType[] {
    return this.registry.types.filter((type) =>
      objectTypeOf(this.schema, type.name)
        .getInterfaces()
        .some(({ name }) => name === 'Node'),
    );
  }

  /** The leaf field of that name, or undefined. */
  leaf(type: ReadableType, name: string): LeafField | undefined {
    const field = this.of(type).get(name);
    return field?.kind === 'leaf' ? field : undefined;
  }

  private *fieldsOf(type: ReadableType): Generator<[string, ModelField]> {
    for (const field of Object.values(objectTypeOf(this.schema, type.name).getFields())) {
      const known = this.fieldOf(type, field);
      if (known !== null) yield [field.name, known];
    }
    for (const collection of type.collections) yield [collection.field, this.manyField(type, collection)];
    for (const { field, description, typeProperty, idProperty } of type.anyRelations) {
      const typeName = sqlOf(type, typeProperty)!;
      yield [field, { kind: 'any', name: field, description, typeName, id: sqlOf(type, idProperty)! }];
    }
  }

  private fieldOf(type: ReadableType, field: GraphQLField<unknown, unknown>): ModelField | null {
    const { name } = field;
    const description = field.description ?? '';
    const computed = type.computed.get(name);
    if (computed !== undefined) {
      const { asked = null, weight = 0 } = computed;
      const needs = computed.needs.map((property) => ({ property, sql: sqlOf(type, property)! }));
      return { kind: 'computed', name, description, needs, asked, weight };
    }
    const relation = type.toOne.get(name);
    if (relation !== undefined) return this.toOneField(type, relation, field);
    const named = getNamedType(field.type);
    if (isObjectType(named)) return this.objectField(type, field, named);
    if (!isLeafType(named)) return null;
    const sql = sqlOf(type, name);
    if (sql === null) return name === 'previous' ? null : fail(`${type.name}.${name} is neither stored nor derived.`);
    // an event is found by its own place in the log; a place that a row keeps is a value like any other
    const isKey = named.name === 'ID' || (named.name === 'Cursor' && !type.stored.has(name));
    const within = withinOf(type.entity, name);
    return {
      ...leafField(field, named, sql, type.stored.get(name)?.sqlType, isKey),
      within: within === undefined ? null : sqlOf(type, within),
    };
  }

  private toOneField(type: ReadableType, relation: ToOne, field: GraphQLField<unknown, unknown>): ToOneField {
    // rows may be hidden from who asks, and a text cannot take a null upwards
    if (isNonNullType(field.type)) fail(`${type.name}.${field.name} leads to a row, so it must be nullable.`);
    const id = sqlOf(type, relation.idProperty)!;
    const to = this.registry.of(relation.to);
    const { isAlways } = relation;
    return { kind: 'toOne', name: field.name, description: field.description ?? '', to, id, isAlways };
  }

  private objectField(
    type: ReadableType,
    field: GraphQLField<unknown, unknown>,
    named: GraphQLObjectType,
  ): ObjectField | null {
    const fact = type.derived.get(field.name);
    const isList = isListType(getNullableType(field.type));
    const members = isList ? new Map<string, LeafField>() : membersOf(type, field.name, named);
    if (members === null || (isList && fact === undefined)) return null;
    const { name, description } = field;
    const json = fact?.sql ?? null;
    const counted = fact?.counted ?? null;
    return { kind: 'object', name, description: description ?? '', type: named, members, json, counted, isList };
  }

  private manyField(type: ReadableType, collection: Collection): ManyField {
    const of = this.registry.of(collection.of);
    const { field: name, description, as } = collection;
    const tiedBy = collection.by ?? collection.among ?? of.id.path;
    return { kind: 'many', name, description, of, as, tie: tieOf(collection, type, of), tiedBy };
  }
}

/** The values of an object that a row holds: of a derived fact, or stored ones; null where it holds none. */
function membersOf(type: ReadableType, name: string, of: GraphQLObjectType): Map<string, LeafField> | null {
  const fact = type.derived.get(name);
  const members = new Map<string, LeafField>();
  for (const member of Object.values(of.getFields())) {
    const leaf = getNamedType(member.type);
    if (!isLeafType(leaf)) continue;
    const stored = type.stored.get(`${name}.${member.name}`);
    if (fact === undefined && stored === undefined) return null;
    const sql: FactSql =
      fact === undefined
        ? (row) => `${row}."${stored!.column}"`
        : (row, moment) => `((${fact.sql(row, moment)})->>'${member.name}')::${memberTypeOf(leaf)}`;
    members.set(member.name, {
      ...leafField(member, leaf, sql, stored?.sqlType),
      sqlType: stored?.sqlType ?? memberTypeOf(leaf),
    });
  }
  return members;
}

function leafField(
  field: GraphQLField<unknown, unknown>,
  leaf: GraphQLLeafType,
  sql: FactSql,
  storedType: string | undefined,
  isKey = false,
): LeafField {
  const values = isEnumType(leaf) ? leaf.getValues().map(({ name }) => name) : null;
  if (isEnumType(leaf) && leaf.getValues().some(({ name, value }) => name !== value)) {
    fail(`The values of ${leaf.name} must be their names: the database's text leaves as it is.`);
  }
  // a value without a word would fail the first who groups by it
  if (isEnumType(leaf) && !hasEnumWords(leaf.name))
    fail(`The enum ${leaf.name} has no words for people: see declareEnum.`);
  return {
    kind: 'leaf',
    name: field.name,
    description: field.description ?? '',
    leaf,
    isList: isListType(getNullableType(field.type)),
    isNullable: !isNonNullType(field.type),
    sqlType: storedType ?? sqlTypeOf(leaf),
    isStored: storedType !== undefined,
    isKey,
    values,
    sql,
    within: null,
  };
}

function sqlTypeOf(leaf: GraphQLNamedType): string {
  return SQL_TYPES[leaf.name] ?? 'text';
}

// an id within a fact is the text that clients see, not the key of a row
function memberTypeOf(leaf: GraphQLNamedType): string {
  return leaf.name === 'ID' ? 'text' : sqlTypeOf(leaf);
}

function sqlOf(type: ReadableType, property: string): FactSql | null {
  const stored = type.stored.get(property);
  if (stored !== undefined) return (row: string) => `${row}."${stored.column}"`;
  return type.derived.get(property)?.sql ?? null;
}

function objectTypeOf(schema: GraphQLSchema, name: string): GraphQLObjectType {
  const type = schema.getType(name);
  return isObjectType(type) ? type : fail(`The schema has no object type ${name}.`);
}

function fail(message: string): never {
  throw new Error(message);
}

/** What ties the rows of a collection to the row that has it. */
function tieOf({ by, ids, among }: Collection, type: ReadableType, of: ReadableType): ManyField['tie'] {
  const column = (owner: ReadableType, property: string): string => owner.stored.get(property)!.column;
  if (ids !== undefined) return (row, parent) => `${row}."${of.id.column}" = any(${parent}."${column(type, ids)}")`;
  if (among !== undefined) return (row, parent) => `${parent}."${type.id.column}" = any(${row}."${column(of, among)}")`;
  return (row, parent) => `${row}."${column(of, by!)}" = ${parent}."${type.id.column}"`;
}
