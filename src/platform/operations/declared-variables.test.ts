import { type OperationDefinitionNode, parse } from 'graphql';
import { declaredVariables } from './declared-variables';

const operationOf = (text: string) => parse(text).definitions[0] as OperationDefinitionNode;

test('variables that an operation does not declare are not kept with it', () => {
  const operation = operationOf('query ($a: Int, $b: Int, $toString: Int) { x(a: $a, b: $b, c: $toString) }');
  expect(declaredVariables(operation, { a: 1, other: [{}, {}], b: null })).toEqual({ a: 1, b: null });
  expect(declaredVariables(operationOf('{ x }'), { other: 1 })).toEqual({});
});
