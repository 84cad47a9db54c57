import { buildSchema, type GraphQLObjectType, type OperationDefinitionNode, parse } from 'graphql';
import type { Actor, Role } from '../../access/actor';
import { type ReadError } from '../../reader/read-error';
import { assertAffordable } from './assert-affordable';
import { PAGE_SIZE } from '../../schema/cost/cost-of-field';

const schema = buildSchema(`
  type Query { items(first: Int): ItemConnection! }
  type ItemConnection { nodes: [Item!]! }
  type Item { id: ID!  items(first: Int): ItemConnection! }
  type Mutation { signIn: Item }
`);
for (const name of ['Query', 'Item'])
  (schema.getType(name) as GraphQLObjectType).getFields().items!.extensions = PAGE_SIZE;

function actorWith(...roles: Role[]): Actor {
  return {
    accountId: 'a',
    displayName: 'A',
    email: 'a@example.test',
    unitId: null,
    roles: roles.map((role) => ({ role, unitId: null })),
    tokenId: 't',
    tokenExpiresAt: new Date(0),
  };
}

function ask(text: string, actor: Actor | null) {
  const document = parse(text);
  return assertAffordable(
    schema,
    { document, operation: document.definitions[0] as OperationDefinitionNode },
    {},
    actor,
  );
}

function refusalOf(text: string, actor: Actor | null): ReadError {
  try {
    ask(text, actor);
  } catch (error) {
    return error as ReadError;
  }
  throw new Error(`${text} was let in.`);
}

const nested = (first: number) => `items(first: ${first}) { nodes { items(first: ${first}) { nodes { id } } } }`;
const WIDE = `{ ${nested(200)} }`;

test('an operation within the budget is let in, and its cost and the budget are told', () => {
  expect(ask(WIDE, actorWith('INSPECTOR'))).toEqual({
    requested: 1 + 200 * (1 + 1 + 200),
    limit: 200_000,
    dearest: { path: 'items.nodes.items.nodes', cost: 40_000 },
  });
});

test('the highest budget of several roles counts', () => {
  const two = `{ a: ${nested(200)} b: ${nested(200)} }`;
  expect(refusalOf(two, actorWith('REPORTER', 'DISPLAY')).code).toBe('QUERY_TOO_COMPLEX');
  expect(ask(two, actorWith('REPORTER', 'ANALYST')).limit).toBe(300_000);
});

test('a refusal names the dearest part and both numbers, in both languages', () => {
  const { code, localised } = refusalOf(`{ dear: ${nested(1_000)} }`, actorWith('ANALYST'));
  expect(code).toBe('QUERY_TOO_COMPLEX');
  expect(localised.en).toContain(
    'it costs 1,002,001, at most 300,000. The dearest part is `dear.nodes.items.nodes` (1,000,000)',
  );
  expect(localised.vi).toContain('chi phí 1.002.001, tối đa 300.000. Tốn nhất là `dear.nodes.items.nodes` (1.000.000)');
});

test('a stranger is told to sign in; only signing in itself can be too large', () => {
  expect(refusalOf(WIDE, null).code).toBe('UNAUTHENTICATED');
  expect(refusalOf(`mutation { signIn { ${nested(200)} } }`, null).code).toBe('QUERY_TOO_COMPLEX');
  expect(ask('mutation { signIn { id } }', null)).toMatchObject({ requested: 1, limit: 1_000 });
});
