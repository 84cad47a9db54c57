import { type OperationDefinitionNode, parse } from 'graphql';
import { LIMITS } from './limits';
import { isOver, measureOperation, type OperationSize } from './measure-operation';

function measure(document: string, variables: Record<string, unknown> = {}): OperationSize {
  const parsed = parse(document);
  return measureOperation(parsed, parsed.definitions[0] as OperationDefinitionNode, variables);
}

test('depth is the nesting of fields; fragments add none', () => {
  expect(measure('{ a { b { c } } }').depth).toBe(3);
  expect(measure('{ a { ...F } } fragment F on A { ... on A { b { c } } }').depth).toBe(3);
});

test('fields and aliases of a fragment count wherever it is spread', () => {
  const size = measure('{ a { ...F } b { ...F } } fragment F on A { x: c d }');
  expect(size).toMatchObject({ fields: 6, aliases: 2 });
});

test('directives count on fields and fragments', () => {
  expect(measure('{ a @x @y ... @x { b } ...F @x } fragment F on A { c @y }').directives).toBe(5);
});

test('rows multiply along nested pages; a page without a size is one of 50', () => {
  expect(measure('{ a(first: 10) { nodes { b { nodes { c } } } } }').rows).toBe(10 + 500);
  expect(measure('{ a(last: 3) { edges { node { b(first: 2) { nodes { c } } } } } }').rows).toBe(3 + 6);
});

test('a page inside a fragment counts like any other', () => {
  const hidden = `{ a(first: 200) { ...A } } fragment A on AC { nodes { b(first: 200) { ... { nodes { c } } } } }`;
  expect(measure(hidden).rows).toBe(200 + 40_000);
});

test('a page’s size is found in variables and in their defaults', () => {
  const document = 'query ($n: Int = 70) { a(first: $n) { nodes { b } } }';
  expect(measure(document).rows).toBe(70);
  expect(measure(document, { n: 7 }).rows).toBe(7);
});

test('what selects no rows of a page costs none', () => {
  expect(measure('{ a(first: 200) { totalCount pageInfo { endCursor } } }').rows).toBe(0);
});

test('fragments that double themselves end at the bound', () => {
  const levels = Array.from({ length: 40 }, (_, n) => `fragment F${n} on A { ...F${n + 1} ...F${n + 1} }`);
  const size = measure(`{ ...F0 } ${levels.join(' ')} fragment F40 on A { leaf }`);
  expect(isOver(size)).toBe(true);
  expect(size.fields).toBeLessThanOrEqual(LIMITS.fields + 1);
});

test('fragments in a circle end', () => {
  expect(measure('{ ...A } fragment A on Q { ...B a } fragment B on Q { ...A b }').fields).toBe(2);
});
