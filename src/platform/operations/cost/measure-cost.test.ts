import {
  buildSchema,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { costsNothing, GROUPS_SIZE, PAGE_SIZE, weighs } from '../../schema/cost/cost-of-field';
import { measureCost, type MeasuredCost } from './measure-cost';

const schema = weighed(`
  type Query { items(first: Int, last: Int): ItemConnection!  item: Item  things: [Item!]!  node: Node }
  type Snapshot { items(first: Int, last: Int): ItemConnection! }
  type Subscription { live: Query! }
  interface Node { id: ID! }
  type ItemConnection { nodes: [Item!]!  edges: [ItemEdge!]!  totalCount: Int!  groups(first: Int): [Group!]! }
  type ItemEdge { node: Item! cursor: String! }
  type Item implements Node { id: ID!  code: String!  health: String!  place: Place!  parent: Item  items(first: Int, last: Int): ItemConnection! }
  type Place { name: String! }
  type Group { count: Int! }
`);

/** A schema whose fields carry what those of the program carry. */
function weighed(sdl: string): GraphQLSchema {
  const built = buildSchema(sdl);
  const type = (name: string) => built.getType(name) as GraphQLObjectType;
  for (const name of ['Query', 'Snapshot', 'Subscription', 'ItemEdge', 'Place']) type(name).extensions = costsNothing;
  for (const name of ['Query', 'Snapshot', 'Item']) type(name).getFields().items!.extensions = PAGE_SIZE;
  type('Query').getFields().things!.extensions = { listSize: { assumedSize: 20 } };
  type('Item').getFields().health!.extensions = weighs(2);
  type('ItemConnection').getFields().totalCount!.extensions = weighs(10);
  type('ItemConnection').getFields().groups!.extensions = { ...weighs(50), ...GROUPS_SIZE };
  return built;
}

function measure(given: string | DocumentNode, variables: Record<string, unknown> = {}): MeasuredCost {
  const document = typeof given === 'string' ? parse(given) : given;
  return measureCost(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

const costOf = (text: string, variables?: Record<string, unknown>): number => measure(text, variables).requested;

test('an object costs one, its stored values nothing, its derived facts what they weigh', () => {
  expect(costOf('{ item { id code } }')).toBe(1);
  expect(costOf('{ item { id health place { name } } }')).toBe(1 + 2);
  expect(costOf('{ item { parent { parent { id } } } }')).toBe(3);
});

test('a page costs one and what is below each of its rows; without a size it has 50', () => {
  expect(costOf('{ items(first: 10) { nodes { id health } } }')).toBe(1 + 10 * 3);
  expect(costOf('{ items(last: 10) { edges { cursor node { id } } } }')).toBe(1 + 10);
  expect(costOf('{ items { nodes { id } } }')).toBe(1 + 50);
  expect(costOf('{ items(first: null) { nodes { id } } }')).toBe(1 + 50);
});

test('pages multiply along nested lists', () => {
  expect(costOf('{ items(first: 10) { nodes { items(first: 5) { nodes { id } } } } }')).toBe(1 + 10 * (1 + 1 + 5));
});

test('a page of no rows costs nothing but itself, whatever stands below it', () => {
  expect(costOf('{ items(first: 0) { nodes { health items { nodes { health } } } } }')).toBe(1);
});

test('what is said of a whole list costs the same however long its page is', () => {
  expect(costOf('{ items(first: 200) { totalCount } }')).toBe(1 + 10);
  expect(costOf('{ items(first: 3) { groups { count } } }')).toBe(1 + 50 + 200);
  expect(costOf('{ items(first: 3) { groups(first: 7) { count } } }')).toBe(1 + 50 + 7);
});

test('a list that no argument cuts has the length that is assumed of it', () => {
  expect(costOf('{ things { health } }')).toBe(20 * 3);
});

test('sizes come from variables and from their defaults; of several the largest counts', () => {
  const text = 'query ($n: Int = 70) { items(first: $n) { nodes { id } } }';
  expect(costOf(text)).toBe(71);
  expect(costOf(text, { n: 7 })).toBe(8);
  expect(costOf(text, { n: null })).toBe(51);
  expect(costOf('{ items(first: 3, last: 9) { nodes { id } } }')).toBe(10);
  expect(costOf('{ items(first: -3) { nodes { id } } }')).toBe(1);
});

test('fragments cost the same as what they stand for, wherever they are spread', () => {
  const hidden = `{ a: items(first: 10) { ...Page } b: items(first: 3) { ... on ItemConnection { ...Page } } }
    fragment Page on ItemConnection { nodes { ...Row } } fragment Row on Item { health }`;
  expect(costOf(hidden)).toBe(1 + 10 * 3 + 1 + 3 * 3);
  expect(costOf('{ node { id ... on Item { health } } }')).toBe(1 + 2);
});

test('what is skipped or not included costs nothing', () => {
  const text = 'query ($all: Boolean = false) { item { id } items @include(if: $all) { nodes { id } } }';
  expect(costOf(text)).toBe(1);
  expect(costOf(text, { all: true })).toBe(1 + 51);
  expect(costOf('{ item { id } things @skip(if: true) { id } }')).toBe(1);
});

test('a live query costs what the query costs', () => {
  expect(costOf('subscription { live { items(first: 10) { nodes { id } } } }')).toBe(11);
});

test('questions about the schema and unknown fields cost nothing', () => {
  expect(costOf('{ __typename __schema { types { name } } nothing { id } ...Missing }')).toBe(0);
});

test('the dearest part is the way to what makes up most of the cost', () => {
  const { dearest } = measure('{ item { id } all: items(first: 10) { nodes { code items { nodes { id } } } } }');
  expect(dearest).toEqual({ path: 'all.nodes.items.nodes', cost: 10 * 50 });
  expect(measure('{ item { id } things { id health } }').dearest).toEqual({ path: 'things.health', cost: 40 });
  expect(measure('{ items(first: 10) { nodes { parent { id } } } }').dearest).toEqual({
    path: 'items.nodes',
    cost: 20,
  });
  expect(measure('subscription { live { a: item { id } b: things { id } c: things { id } } }').dearest).toEqual({
    path: 'live.b',
    cost: 20,
  });
  expect(measure('{ __typename }').dearest).toEqual({ path: '', cost: 0 });
});

/** The same document, which counts how often the body of a fragment is read; many times more than there are fragments fails. */
function countedReads(document: DocumentNode): { readonly reads: () => number } {
  let reads = 0;
  for (const node of document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION)) {
    const { selectionSet } = node as FragmentDefinitionNode;
    Object.defineProperty(node, 'selectionSet', {
      get: () => {
        reads += 1;
        if (reads > 10_000) throw new Error('Fragments are measured again and again.');
        return selectionSet;
      },
    });
  }
  return { reads: () => reads };
}

test('fragments that double themselves are measured once each, and exactly', () => {
  const levels = Array.from({ length: 50 }, (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`);
  const bomb = `{ ...F0 } ${levels.join(' ')} fragment F50 on Query { item { id } }`;
  const document = parse(bomb);
  const { reads } = countedReads(document);
  expect(measure(document)).toEqual({
    requested: 2 ** 50,
    dearest: { path: 'item', cost: 1 },
    conditions: 0,
    quantifiers: 0,
    characters: 0,
  });
  expect(reads()).toBe(51);
});

test('a page that is doubled inside itself costs more than any budget', () => {
  const levels = Array.from({ length: 12 }, (_, n) => {
    const page = `items(first: 200) { nodes { ...F${n + 1} } }`;
    return `fragment F${n} on Item { a: ${page} b: ${page} }`;
  });
  expect(costOf(`{ item { ...F0 } } ${levels.join(' ')} fragment F12 on Item { id }`)).toBeGreaterThan(400 ** 12);
});

test('fragments in a circle end', () => {
  expect(costOf('{ ...A } fragment A on Query { ...B item { id } } fragment B on Query { ...A item { id } }')).toBe(2);
});
