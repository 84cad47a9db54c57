import {
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isObjectType,
  parseType,
  typeFromAST,
} from 'graphql';
import type { Domain } from '../domain';
import { toGlobalId } from '../lib/global-id';
import { type Collection, derivedRelationOwners, derivedRelationsOf } from '../reader/declarations';
import type { ReadableType, Registry } from '../reader/registry';
import type { Row } from '../reader/row';
import { addField, type AnyFieldConfig } from './add-field';
import type { ListTypes } from './list-types';
import type { OperationContext } from './operation-context';

/** Lets the fields of a readable type take their values from its rows: ids, relations, collections, facts that domains contribute. */
export function attachRows(
  registry: Registry,
  type: ReadableType,
  objectType: (name: string) => GraphQLObjectType,
  schema: GraphQLSchema,
  lists: ListTypes,
  domains: readonly Domain[],
): void {
  const target = objectType(type.name);
  addContributions(registry, type, target, objectType, schema, domains);
  for (const collection of type.collections) {
    addField(target, collection.field, collectionField(registry, collection, objectType, lists));
  }
  const fields = target.getFields();
  for (const name of [...type.stored.keys(), ...type.derived.keys(), 'source']) {
    // what the row holds is taken by name
    if (fields[name] !== undefined) delete fields[name].resolve;
  }
  if (fields.id !== undefined)
    fields.id.resolve = (row: Row) => toGlobalId(type.options.prefix, String(row[type.id.path]));
  for (const relation of type.toOne.values()) {
    const field = fields[relation.field];
    if (field === undefined) continue;
    field.resolve = (row: Row, _args, context: OperationContext) =>
      context.reader.byId(relation.to, row[relation.idProperty] as string | null);
  }
}

/** Lets payloads of mutations lead to the rows whose ids they hold. */
export function attachPayloads(schema: GraphQLSchema): void {
  for (const owner of derivedRelationOwners()) {
    const type = schema.getType(owner.name);
    if (!isObjectType(type)) continue;
    for (const { property, target, idProperty } of derivedRelationsOf(owner)) {
      type.getFields()[property]!.resolve = (payload: Row, _args, context: OperationContext) =>
        context.reader.byId(target(), payload[idProperty] as string | null);
    }
  }
}

function addContributions(
  registry: Registry,
  type: ReadableType,
  target: GraphQLObjectType,
  objectType: (name: string) => GraphQLObjectType,
  schema: GraphQLSchema,
  domains: readonly Domain[],
): void {
  for (const fact of domains.flatMap((domain) => domain.facts ?? []).filter((entry) => entry.on === type.entity)) {
    const output = typeFromAST(schema, parseType(fact.type)) as GraphQLOutputType | undefined;
    if (output === undefined) throw new Error(`${type.name}.${fact.field} is of the unknown type ${fact.type}.`);
    addField(target, fact.field, { type: output, description: fact.description });
  }
  for (const relation of domains
    .flatMap((domain) => domain.relations ?? [])
    .filter((entry) => entry.on === type.entity)) {
    addField(target, relation.field, {
      type: objectType(registry.of(relation.to).name),
      description: relation.description,
    });
  }
}

function collectionField(
  registry: Registry,
  collection: Collection,
  objectType: (name: string) => GraphQLObjectType,
  lists: ListTypes,
): AnyFieldConfig {
  const rows = registry.of(collection.of);
  if (collection.as === 'connection') return lists.field(rows, collection);
  const parentId = registry.of(collection.on).id.path;
  const read = (row: Row, context: OperationContext) =>
    context.reader.listBy(collection.of, collection.by, String(row[parentId]));
  const item = objectType(rows.name);
  const { description } = collection;
  if (collection.as === 'one') {
    return {
      type: item,
      description,
      resolve: async (row: Row, _args, context) => (await read(row, context as OperationContext))[0] ?? null,
    };
  }
  return {
    type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(item))),
    description,
    resolve: (row: Row, _args, context) => read(row, context as OperationContext),
  };
}
