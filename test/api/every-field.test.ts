import {
  buildSchema,
  getNamedType,
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import { DatabaseView } from '../support/database-view';
import type { ApiClient } from '../support/api-client';
import { makeAccount } from '../support/made/made-account';
import { makeJob } from '../support/made/made-job';
import { startTestProgram, type TestProgram } from '../support/program';

let program: TestProgram;
let view: DatabaseView;
let schema: GraphQLSchema;
let inspector: ApiClient;

beforeAll(async () => {
  program = await startTestProgram();
  view = await DatabaseView.open(program.target);
  schema = buildSchema(await (await fetch(`${program.url}/schema.graphql`)).text());
  // drafts are their unit's alone: the demo has one of this unit
  const roles = [{ role: 'INSPECTOR' }, { role: 'APPROVER', unit: 'so-tttt' }] as const;
  inspector = (await makeAccount(program, view, { roles })).client;
  // the demo's own are soon done, and gone
  await makeJob(view);
});

afterAll(async () => {
  await view.close();
  await program.close();
});

/** All fields of a type, and below them as many levels as told; connections by their nodes. */
function selectionOf(type: GraphQLOutputType, levels: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename }';
  if (named.name.endsWith('Connection')) {
    return `{ totalCount pageInfo { endCursor } nodes ${selectionOf(named.getFields().nodes!.type, levels)} }`;
  }
  const fields = Object.values(named.getFields()).filter((field) => levels > 0 || isLeafType(getNamedType(field.type)));
  const texts = fields.map((field) => {
    const isPage = field.args.some(({ name }) => name === 'first');
    return `${field.name}${isPage ? '(first: 3)' : ''} ${selectionOf(field.type, levels - 1)}`;
  });
  return `{ __typename ${texts.join(' ')} }`;
}

const readableTypes = (): [list: string, node: GraphQLObjectType][] =>
  Object.values(schema.getQueryType()!.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    return isObjectType(named) && named.name.endsWith('Connection')
      ? [[field.name, getNamedType(named.getFields().nodes!.type) as GraphQLObjectType] as [string, GraphQLObjectType]]
      : [];
  });

test('every field of every listed type, and of what it leads to, answers without an error', async () => {
  expect(readableTypes().length).toBeGreaterThanOrEqual(13);
  for (const [list, node] of readableTypes()) {
    const { data, errors } = await inspector.ask<Record<string, { nodes: object[] }>>(
      `{ ${list}(first: 10) { nodes ${selectionOf(node, 2)} } }`,
    );
    expect([list, errors]).toEqual([list, undefined]);
    if (list !== 'displays') expect([list, data[list]!.nodes.length > 0]).toEqual([list, true]);
  }
});

test('every thing that has an id is found by it again, with the same type and fields', async () => {
  const found = new Map<string, { id: string; __typename: string }>();
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(collect);
    else if (value !== null && typeof value === 'object') {
      const { id, __typename } = value as { id?: string; __typename?: string };
      if (id !== undefined && __typename !== undefined) found.set(__typename, { id, __typename });
      Object.values(value).forEach(collect);
    }
  };
  for (const [list, node] of readableTypes()) {
    collect((await inspector.ask(`{ ${list}(first: 10) { nodes ${selectionOf(node, 2)} } }`)).data);
  }
  const nodes = schema.getImplementations(schema.getType('Node') as never).objects.map(({ name }) => name);
  // nobody has made a screen yet
  expect([...found.keys(), 'Display'].filter((name) => nodes.includes(name)).sort()).toEqual([...nodes].sort());
  for (const { id, __typename } of found.values()) {
    if (!nodes.includes(__typename)) continue;
    const type = schema.getType(__typename) as GraphQLObjectType;
    const { data, errors } = await inspector.ask<{ node: { id: string; __typename: string } }>(
      `query ($id: ID!) { node(id: $id) { id __typename ... on ${__typename} ${selectionOf(type, 1)} } }`,
      { id },
    );
    expect([__typename, errors]).toEqual([__typename, undefined]);
    expect(data.node).toMatchObject({ id, __typename });
  }
});

test('every leaf that a filter offers can be compared with what a row shows, and finds that row', async () => {
  for (const [list, node] of readableTypes()) {
    const where = schema
      .getQueryType()!
      .getFields()
      [list]!.args.find(({ name }) => name === 'where')!;
    const filter = getNamedType(where.type) as GraphQLInputObjectType;
    const offered = Object.values(filter.getFields())
      .filter(({ type }) => getNamedType(type).name.endsWith('Comparison'))
      .map(({ name }) => name);
    const { data } = await inspector.ask<Record<string, { nodes: Record<string, unknown>[] }>>(
      `{ ${list}(first: 1) { nodes { ${offered.join(' ')} } } }`,
    );
    const [row] = data[list]!.nodes;
    if (row === undefined) continue;
    for (const name of offered) {
      expect(isListType(getNullableType(node.getFields()[name]!.type))).toBe(false);
      const answer = await inspector.ask<Record<string, { totalCount: number }>>(
        `query ($where: ${filter.name}) { ${list}(where: $where) { totalCount } }`,
        { where: { [name]: { eq: row[name] } } },
      );
      expect([list, name, answer.errors]).toEqual([list, name, undefined]);
      expect([list, name, answer.data[list]!.totalCount > 0]).toEqual([list, name, true]);
    }
  }
});
