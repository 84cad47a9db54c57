import {
  assertValidSchema,
  GraphQLID,
  GraphQLNonNull,
  type GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { buildSchema } from 'type-graphql';
import type { Domain } from '../domain';
import { says } from '../lib/says';
import { DateTimeScalar } from '../lib/scalars';
import type { EntityClass } from '../reader/declarations';
import type { ReadableType, Registry } from '../reader/registry';
import type { Row } from '../reader/row';
import { addField, type AnyFieldConfig } from './add-field';
import { attachRows, attachPayloads } from './attach-rows';
import { describeRoots } from './describe-roots';
import { EventFields } from './event.fields';
import { InstallationResolver } from './installation.resolver';
import { ListTypes } from './list-types';
import type { OperationContext } from './operation-context';
import { subscriptionType } from './subscription-type';
import { InputError } from './user-error';

/** Root fields that strangers may use. */
const PUBLIC_FIELDS = new Set(['Query.viewer', 'Mutation.signIn']);

/**
 * The executable schema: TypeGraphQL's types and mutations, and what is generated from the registry: lists, single fields, relations, contributed fields,
 * `node`, `live`. The same for HTTP and WebSocket.
 */
export async function buildApiSchema(registry: Registry, domains: readonly Domain[]): Promise<GraphQLSchema> {
  const base = await baseSchema(registry, domains);
  const objectType = (name: string): GraphQLObjectType => {
    const type = base.getType(name);
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}.`);
    return type;
  };
  const lists = new ListTypes(registry, objectType);
  for (const type of registry.types) attachRows(registry, type, objectType, base, lists, domains);
  attachPayloads(base);
  const query = base.getQueryType()!;
  for (const type of registry.types) addRootFields(query, type, objectType, lists);
  addNode(query, base);
  const mutation = base.getMutationType()!;
  describeRoots(query, mutation);
  for (const root of [query, mutation]) guard(root);
  const schema = new GraphQLSchema({
    query,
    mutation,
    subscription: subscriptionType(query, objectType('Event'), lists.filter(registry.named('Event')!)),
    types: [...registry.types.map((type) => objectType(type.name)), objectType('InputError')],
  });
  assertValidSchema(schema);
  return schema;
}

async function baseSchema(registry: Registry, domains: readonly Domain[]): Promise<GraphQLSchema> {
  const resolvers = [
    InstallationResolver,
    EventFields,
    ...domains.flatMap((domain) => domain.resolvers ?? []),
  ] as EntityClass[];
  return buildSchema({
    // TypeGraphQL asks for a non-empty tuple of its own loose type
    resolvers: resolvers as unknown as [() => void],
    orphanedTypes: [
      ...registry.types.map((type) => type.entity),
      InputError,
      ...domains.flatMap((domain) => domain.types ?? []),
    ],
    scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
    validate: false,
    skipCheck: true,
  });
}

function addRootFields(
  query: GraphQLObjectType,
  type: ReadableType,
  objectType: (name: string) => GraphQLObjectType,
  lists: ListTypes,
): void {
  const { list, one, title } = type.options;
  if (list !== undefined) addField(query, list, lists.field(type, null) as AnyFieldConfig);
  if (one === undefined) return;
  addField(query, one.field, {
    type: objectType(type.name),
    description: says(
      `Một ${title.vi}, hoặc trống nếu không có hoặc không được xem.`,
      `One ${title.en}; null when it is not there or not visible.`,
    ),
    args: {
      [one.by]: {
        type: new GraphQLNonNull(GraphQLString),
        description: says('Giá trị để tìm.', 'What it is found by.'),
      },
    },
    resolve: (_root, args: Record<string, unknown>, context: OperationContext) =>
      context.reader.byProperty(type.entity, one.by, String(args[one.by])),
  });
}

function addNode(query: GraphQLObjectType, base: GraphQLSchema): void {
  const node = base.getType('Node');
  if (!isInterfaceType(node)) throw new Error('The schema has no interface Node.');
  node.resolveType = (row: Row) => row.__typename;
  addField(query, 'node', {
    type: node,
    description: says(
      'Đối tượng theo mã định danh; trống nếu không có hoặc không được xem.',
      'The thing of that id; null when not there or not visible.',
    ),
    args: { id: { type: new GraphQLNonNull(GraphQLID), description: says('Mã định danh.', 'Opaque id.') } },
    resolve: async (_root, args: { id: string }, context: OperationContext) => {
      const row = await context.reader.byGlobalId(args.id);
      return row !== null && node.name in interfacesOf(base, row.__typename) ? row : null;
    },
  });
}

function interfacesOf(schema: GraphQLSchema, name: string): Record<string, true> {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.fromEntries(type.getInterfaces().map((entry) => [entry.name, true as const])) : {};
}

/** Everything at the roots needs an account, except what is named public. */
function guard(root: GraphQLObjectType): void {
  for (const [name, field] of Object.entries(root.getFields())) {
    if (PUBLIC_FIELDS.has(`${root.name}.${name}`)) continue;
    const { resolve } = field;
    field.resolve = (source, args, context: OperationContext, info) => {
      // asking for the actor throws for strangers
      void context.actor;
      return resolve?.(source, args, context, info);
    };
  }
}
