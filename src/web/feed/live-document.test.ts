import { buildSchema, parse, validate } from 'graphql';
import { toLive } from './live-document';

const schema = buildSchema(`
  directive @client(as: String) on QUERY | SUBSCRIPTION
  input Filter { code: String }
  type Item { code: String! title: String! }
  type Query { item(code: String!, note: String): Item items(where: Filter): [Item!]! }
  type Mutation { remove(code: String!): Item }
  type Subscription { live: Query! }
`);

const NAMED = 'fragment Named on Item { code }';

describe('a query of any form can be kept live without being written twice', () => {
  it.each([
    ['with a name and variables', 'query One($code: String!) {\n  item(code: $code) { code }\n}\n'],
    ['with a name alone', 'query One {\n  items {\n    code\n  }\n}\n'],
    ['without a name', 'query ($code: String!) { item(code: $code) { code } }'],
    ['as braces alone', '{ items { code } }'],
    ['after its fragments', `${NAMED}\n\nquery One { items { ...Named } }`],
    ['before its fragments', `query One { items { ...Named } }\n${NAMED}`],
    ['with a directive', 'query @client(as: "{") { items { code } }'],
    ['with defaults in braces', 'query One($where: Filter = { code: "07" }) { items(where: $where) { code } }'],
    ['with braces in comments and texts', '# {\nquery One { item(code: "}", note: """a "}" b""") { code } } # }'],
    ['on one line', 'query One{items{code}}'],
  ])('%s', (_form, text) => {
    expect(validate(schema, parse(text))).toEqual([]);
    const { query } = toLive(text);
    expect(validate(schema, parse(query))).toEqual([]);
    expect(query).toMatch(/subscription .*\{ live \{/);
  });
});

describe('the live form of a query', () => {
  it('carries the name of the query', () => {
    expect(toLive('query One($code: String!) { item(code: $code) { code } }')).toEqual({
      query: 'subscription OneLive($code: String!) { live { item(code: $code) { code } } }',
      operationName: 'OneLive',
    });
  });

  it('has no name where the query has none', () => {
    expect(toLive('{ items { code } }')).toEqual({ query: 'subscription { live { items { code } } }' });
  });
});

describe('what is no query', () => {
  it.each([
    ['a mutation', 'mutation Remove { remove(code: "1") { code } }', 'Remove is not a query'],
    ['a subscription', 'subscription { live { items { code } } }', 'the operation is not a query'],
    ['two operations', 'query A { items { code } } query B { items { code } }', 'more than one operation'],
    ['fragments alone', NAMED, 'no query'],
  ])('%s is refused', (_name, text, message) => {
    expect(() => toLive(text)).toThrow(message);
  });
});
