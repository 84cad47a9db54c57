import { type OperationDefinitionNode, parse } from 'graphql';
import { LIMITS } from './limits';
import { isOver, measureOperation, type OperationSize } from './measure-operation';

function measure(document: string): OperationSize {
  const parsed = parse(document);
  return measureOperation(parsed, parsed.definitions[0] as OperationDefinitionNode);
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

test('fragments that double themselves end at the bound', () => {
  const levels = Array.from({ length: 40 }, (_, n) => `fragment F${n} on A { ...F${n + 1} ...F${n + 1} }`);
  const size = measure(`{ ...F0 } ${levels.join(' ')} fragment F40 on A { leaf }`);
  expect(isOver(size)).toBe(true);
  expect(size.fields).toBeLessThanOrEqual(LIMITS.fields + 1);
});

test('fragments in a circle end', () => {
  expect(measure('{ ...A } fragment A on Q { ...B a } fragment B on Q { ...A b }').fields).toBe(2);
});
