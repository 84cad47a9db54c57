import { refusalsOfResource } from './resource.rules';
import { Currency, ResourceKind } from './resource.state';

const fields = (resource: Parameters<typeof refusalsOfResource>[0]) =>
  refusalsOfResource(resource, ['input']).map(({ path }) => path.join('.'));

test('funds have an amount above nothing, in a currency', () => {
  const funds = { kind: ResourceKind.FUNDS };
  expect(fields({ ...funds, amount: '1', currency: Currency.VND })).toEqual([]);
  expect(fields({ ...funds, amount: '9007199254740991', currency: Currency.JPY })).toEqual([]);
  expect(fields(funds)).toEqual(['input.amount']);
  expect(fields({ ...funds, amount: '0' })).toEqual(['input.currency', 'input.amount']);
  expect(fields({ ...funds, amount: '9007199254740992', currency: Currency.VND })).toEqual(['input.amount']);
});

test('anything else is told in words and costs nothing of its own', () => {
  const people = { kind: ResourceKind.PERSONNEL };
  expect(fields({ ...people, description: 'Tổ 5 người' })).toEqual([]);
  expect(fields({ ...people, description: '  ' })).toEqual(['input.description']);
  expect(fields({ ...people, description: 'Tổ 5 người', amount: '5' })).toEqual(['input.amount']);
  expect(fields({ ...people, description: 'Tổ 5 người', currency: Currency.USD })).toEqual(['input.amount']);
});
