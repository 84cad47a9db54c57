import {
  getNamedType,
  GraphQLInt,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  parseType,
  typeFromAST,
} from 'graphql';
import { NEEDS } from '../reader/statement/compiler';
import {
  type Collection,
  type CountedFact,
  derivedRelationOwners,
  derivedRelationsOf,
  readableOptionsOf,
} from '../reader/model/declarations';
import type { ReadModel } from '../reader/model/model';
import type { ReadContribution } from '../reader/model/read-contribution';
import type { Registry } from '../reader/model/registry';
import { addField } from './add-field';
import type { ListSize } from './cost/cost-of-field';
import type { ListTypes } from './lists/list-types';
import type { OperationContext } from './operation-context';

type Resolved = Readonly<Record<string, unknown>>;

/** Adds the facts and relations that domains contribute to the types of domains on their left. */
export function addContributions(
  registry: Registry,
  objectType: (name: string) => GraphQLObjectType,
  schema: GraphQLSchema,
  domains: readonly ReadContribution[],
): void {
  for (const { on, field, type, description, counted } of domains.flatMap((domain) => domain.facts ?? [])) {
    const output =
      typeof type === 'string' ? (typeFromAST(schema, parseType(type)) as GraphQLOutputType | undefined) : type;
    const target = objectType(registry.of(on).name);
    if (output === undefined) throw new Error(`${target.name}.${field} is of the unknown type ${String(type)}.`);
    addField(target, field, { type: output, description, ...(counted && argumentOf(counted)) });
  }
  for (const { on, field, to, description } of domains.flatMap((domain) => domain.relations ?? [])) {
    addField(objectType(registry.of(on).name), field, { type: objectType(registry.of(to).name), description });
  }
  const node = schema.getType('Node') as GraphQLOutputType;
  for (const { on, field, description } of domains.flatMap((domain) => domain.anyRelations ?? [])) {
    addField(objectType(registry.of(on).name), field, { type: node, description });
  }
}

/** How many parts a fact tells of: an argument, by which its list is counted in the cost of an operation. */
function argumentOf({ argument, description, byDefault, list }: CountedFact) {
  return {
    args: { [argument]: { type: new GraphQLNonNull(GraphQLInt), defaultValue: byDefault, description } },
    extensions: {
      listSize: {
        assumedSize: byDefault,
        slicingArguments: [argument],
        ...(list !== undefined && { sizedFields: [list] }),
        requireOneSlicingArgument: false,
      } satisfies ListSize,
    },
  };
}

/** Adds the fields that lead to many rows. */
export function addCollections(
  registry: Registry,
  objectType: (name: string) => GraphQLObjectType,
  lists: ListTypes,
): void {
  for (const type of registry.types) {
    for (const collection of type.collections) {
      const rows = registry.of(collection.of);
      const target = objectType(type.name);
      if (collection.as === 'connection') addField(target, collection.field, lists.field(rows, collection));
      else addField(target, collection.field, smallCollection(collection, objectType(rows.name)));
    }
  }
}

function smallCollection({ as, description }: Collection, item: GraphQLObjectType) {
  const type = as === 'one' ? item : new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(item)));
  return { type, description };
}

/**
 * Lets every type that statements answer take its values from the parsed answer, by response key: arguments, rights and order are in the statement already. Fields computed in
 * code get what they need of their row.
 */
export function resolveByKey(model: ReadModel, answered: Iterable<GraphQLObjectType>): void {
  const seen = new Set<string>();
  const visit = (type: GraphQLObjectType): void => {
    if (seen.has(type.name)) return;
    seen.add(type.name);
    const readable = model.registry.named(type.name);
    for (const field of Object.values(type.getFields())) {
      const computed = readable?.computed.get(field.name);
      const { resolve } = field;
      if (computed !== undefined && resolve !== undefined) {
        const { asked } = computed;
        const readOf = (source: Resolved, key: string | number) => ({
          ...(source[NEEDS] as object | undefined),
          ...(asked && { [asked.property]: source[key] }),
        });
        field.resolve = (source: Resolved, args, context, info) =>
          resolve(readOf(source, info.path.key), args, context, info);
        continue;
      }
      field.resolve = (source: Resolved, _args, _context, info) => source[info.path.key];
      const below = getNamedType(field.type);
      if (isObjectType(below)) visit(below);
    }
  };
  for (const type of answered) visit(type);
}

/** Lets payloads of mutations, and the values in them, lead to the rows whose ids they hold: one id, or several. Rows that are read at once share a statement. */
export function attachPayloads(schema: GraphQLSchema): void {
  for (const owner of derivedRelationOwners()) {
    const type = schema.getType(owner.name);
    // derived relations of readable types are the statement's own
    if (!isObjectType(type) || readableOptionsOf(owner) !== undefined) continue;
    for (const { property, target, idProperty } of derivedRelationsOf(owner)) {
      type.getFields()[property]!.resolve = (
        payload: Resolved,
        _args,
        context: OperationContext,
        info: GraphQLResolveInfo,
      ) => {
        const read = (id: unknown) => context.readRow(target(), id, info);
        const ids = payload[idProperty];
        return Array.isArray(ids) ? Promise.all(ids.map(read)) : read(ids);
      };
    }
  }
}
