import { buildSchema, parse, validate } from 'graphql';
import { operation, toLive } from './operation';

const schema = buildSchema(`
  type Item { code: String! }
  type Query { item(code: String!): Item items: [Item!]! }
  type Subscription { live: Query! }
`);

const one = operation<unknown, unknown>(
  'fragment Named on Item { code }\n\nquery One($code: String!) {\n  item(code: $code) {\n    ...Named\n  }\n}\n',
);

describe('a query of a page', () => {
  it('can be kept live without being written twice', () => {
    const live = toLive(one);
    expect(live.name).toBe('OneLive');
    expect(live.text).toContain('subscription OneLive($code: String!) { live {');
    expect(validate(schema, parse(live.text))).toEqual([]);
  });

  it('without variables can be kept live too', () => {
    const live = toLive(operation<unknown, unknown>('query All {\n  items {\n    code\n  }\n}\n'));
    expect(validate(schema, parse(live.text))).toEqual([]);
  });

  it('is known by its name', () => {
    expect(one.name).toBe('One');
    expect(() => operation('{ items { code } }')).toThrow('no named operation');
  });

  it('is the only kind of operation that is kept live', () => {
    expect(() => toLive(operation('mutation M { m }'))).toThrow('M is not a query');
  });
});
