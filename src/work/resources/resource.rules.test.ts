import { DomainError } from '../../platform/lib/domain-error';
import { assertDecision, refusalsOfResource, type ResourceAction, TRANSITIONS } from './resource.rules';
import { Currency, ResourceKind, ResourceState } from './resource.state';

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

describe('decisions', () => {
  const STATES = Object.values(ResourceState);

  /** What each decision makes of each state, as it was agreed: a dash where it is refused. Columns: PROPOSED APPROVED ALLOCATED REFUSED. */
  const AGREED: Readonly<Record<ResourceAction, string>> = {
    approve: 'APPROVED - - -',
    allocate: '- ALLOCATED - -',
    refuse: 'REFUSED REFUSED - -',
  };
  const ACTIONS = Object.keys(AGREED) as ResourceAction[];
  const reached = (from: number) => ACTIONS.map((action) => AGREED[action].split(' ')[from]!);

  test('the table names every decision and no other', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
  });

  test.each(STATES.flatMap((from, place) => STATES.map((to) => ({ from, to, isOpen: reached(place).includes(to) }))))(
    'a resource that is $from becomes $to: $isOpen',
    ({ from, to, isOpen }) => {
      const attempt = () => assertDecision(from, to);
      if (isOpen) expect(attempt).not.toThrow();
      else expect(attempt).toThrow(DomainError);
    },
  );

  test('a refused decision names those that are possible, or says that none is', () => {
    expect(() => assertDecision(ResourceState.PROPOSED, ResourceState.ALLOCATED)).toThrow(
      /is proposed; it can only become approved or refused/,
    );
    expect(() => assertDecision(ResourceState.REFUSED, ResourceState.APPROVED)).toThrow(/that is final/);
  });
});
