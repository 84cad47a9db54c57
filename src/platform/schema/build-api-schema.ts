import {
  assertValidSchema,
  getNamedType,
  GraphQLID,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import { ROW_ID } from '../lib/row-words';
import { says } from '../lib/says';
import { DateTimeScalar } from '../lib/scalars';
import { TYPE } from '../reader/statement/compiler';
import type { SingletonField } from '../reader/model/declarations';
import { LoggedEvent } from '../reader/model/logged-event.entity';
import { ReadModel } from '../reader/model/model';
import type { ReadableType, Registry } from '../reader/model/registry';
import { addField } from './add-field';
import type { CompiledRoots } from './compiled-roots';
import { addCollections, addContributions, attachPayloads, resolveByKey } from './attach-rows';
import { describeCosts } from './cost/describe-costs';
import { nameEventTypes } from './event-type-enum';
import { changesField } from './changes-field';
import { describeRoots } from './describe-roots';
import { ListTypes } from './lists/list-types';
import { asOfField, snapshotType } from './lists/snapshot-type';
import { explainLiveField } from './explain-live-field';
import type { OperationContext } from './operation-context';
import { openToStrangers } from './public-mutation';
import { resolverOfCommands } from './resolver-of-commands';
import { declaredEvents } from './declared-events';
import type { SchemaContribution } from './schema-contribution';
import { singletonFieldsOf } from './singleton-fields';
import { suppositionField } from './supposition-field';
import { subscriptionType } from './subscription-type';
import { declaredOneOfs } from '../commands/one-of';
import { InputError } from '../commands/user-error';

/** A schema that can be executed, and what the reader knows of it. */
export interface ApiSchema {
  readonly schema: GraphQLSchema;
  readonly model: ReadModel;
}

/**
 * The executable schema: TypeGraphQL's types and mutations, and what is generated from the registry: lists, single fields, relations, contributed fields,
 * `node`, `asOf`, what is supposed, `live`. The same for HTTP and WebSocket.
 */
export async function buildApiSchema(registry: Registry, domains: readonly SchemaContribution[]): Promise<ApiSchema> {
  const singles = singletonFieldsOf(domains);
  const base = await baseSchema(registry, domains, singles);
  const objectType = (name: string): GraphQLObjectType => {
    const type = base.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  };
  addContributions(registry, objectType, base, domains);
  const model = new ReadModel(registry, base);
  // the model is made of texts: filters and groups take any
  nameEventTypes(objectType('Event'), declaredEvents(domains));
  const lists = new ListTypes(model, objectType, ({ expectation }) => expectation !== null);
  addCollections(registry, objectType, lists);
  const query = base.getQueryType()!;
  const read = registry.types.flatMap((type) => addRootFields(query, type, objectType, lists));
  addNode(query, base);
  const snapshot = snapshotType(query, [...read, 'node']);
  addField(query, 'asOf', asOfField(snapshot));
  for (const supposition of domains.flatMap((domain) => domain.suppositions ?? [])) {
    addField(query, supposition.field, suppositionField(supposition, snapshot));
  }
  addField(query, 'changes', changesField(model));
  for (const { field, type, description, isPublic } of singles) {
    const single = objectType(type.name);
    addField(query, field, { type: isPublic ? single : new GraphQLNonNull(single), description });
  }
  const mutation = base.getMutationType()!;
  describeRoots(query, mutation);
  resolveByKey(model, [
    ...registry.types.map(({ name }) => objectType(name)),
    ...singles.map(({ type }) => objectType(type.name)),
    ...Object.values(query.getFields())
      .map(({ type }) => getNamedType(type))
      .filter(isObjectType),
  ]);
  attachPayloads(base);
  resolveRoots(query, new Set(singles.filter(({ isPublic }) => isPublic).map(({ field }) => field)));
  // it is told by the process, not read from the database
  addField(query, 'explainLive', explainLiveField);
  openToStrangers(
    mutation,
    domains.flatMap((domain) => domain.publicMutations ?? []),
  );
  guard(mutation);
  const schema = new GraphQLSchema({
    query,
    mutation,
    subscription: subscriptionType(query, objectType('Event'), lists.filter(registry.of(LoggedEvent))),
    types: [...registry.types.map((type) => objectType(type.name)), objectType('InputError')],
  });
  assertValidSchema(schema);
  describeCosts(schema, model);
  return { schema, model };
}

async function baseSchema(
  registry: Registry,
  domains: readonly SchemaContribution[],
  singles: readonly SingletonField[],
): Promise<GraphQLSchema> {
  const commands = domains.flatMap((domain) => domain.commands ?? []);
  const resolvers: unknown[] = [resolverOfCommands(commands), ...domains.flatMap((domain) => domain.resolvers ?? [])];
  const schema = await buildSchema({
    // TypeGraphQL asks for a non-empty tuple of its own loose type
    resolvers: resolvers as [() => void],
    orphanedTypes: [
      ...registry.types.map((type) => type.entity),
      ...singles.map(({ type }) => type),
      InputError,
      ...domains.flatMap((domain) => domain.types ?? []),
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    skipCheck: true,
  });
  for (const name of declaredOneOfs()) {
    const type = schema.getType(name);
    if (isInputObjectType(type)) type.isOneOf = true;
  }
  return schema;
}

/** Adds the list and the single field of a type; gives their names. */
function addRootFields(
  query: GraphQLObjectType,
  type: ReadableType,
  objectType: (name: string) => GraphQLObjectType,
  lists: ListTypes,
): string[] {
  const { list, one, title } = type.options;
  if (list !== undefined) addField(query, list, lists.field(type, null));
  if (one !== undefined) {
    addField(query, one.field, {
      type: objectType(type.name),
      description: says(
        `Một ${title.vi}, hoặc trống nếu không có hoặc không được xem.`,
        `One ${title.en}; null when it is not there or not visible.`,
      ),
      args: {
        [one.by]: {
          type: new GraphQLNonNull(GraphQLString),
          description: says(
            `Trường \`${one.by}\` của ${title.vi} cần tìm; có mã định danh (id) thì dùng \`node(id)\`.`,
            `What the ${title.en} has as its \`${one.by}\`; with an id use \`node(id)\`.`,
          ),
        },
      },
    });
  }
  return [list, one?.field].filter((name) => name !== undefined);
}

function addNode(query: GraphQLObjectType, base: GraphQLSchema): void {
  const node = base.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no interface Node.');
  node.resolveType = (row: Readonly<Record<string, string>>) => row[TYPE];
  addField(query, 'node', {
    type: node,
    description: says(
      'Đối tượng theo mã định danh; trống nếu không có hoặc không được xem.',
      'The thing of that id; null when not there or not visible.',
    ),
    args: { id: { type: new GraphQLNonNull(GraphQLID), description: ROW_ID } },
  });
}

/** Root fields give what their statement answered; strangers get null from what is public, and an error from all else. */
function resolveRoots(query: GraphQLObjectType, publicFields: ReadonlySet<string>): void {
  for (const [name, field] of Object.entries(query.getFields())) {
    field.resolve = (root: CompiledRoots | undefined, _args, context: OperationContext, info) => {
      if (publicFields.has(name) && context.caller.actor === null) return null;
      // asking for the actor throws for strangers
      void context.actor;
      return root?.compiled[info.path.key];
    };
  }
}

/** Every mutation needs an account, except what is open to strangers. */
function guard(root: GraphQLObjectType): void {
  for (const field of Object.values(root.getFields())) {
    if (field.extensions.isPublic === true) continue;
    const { resolve } = field;
    field.resolve = (source, args, context: OperationContext, info) => {
      void context.actor;
      return resolve?.(source, args, context, info);
    };
  }
}
