import { DomainError } from '../../platform/lib/domain-error';
import {
  assertAcceptedOn,
  assertPossible,
  type DeliverableAction,
  type DeliverableState,
  deliverableStateOf,
  TRANSITIONS,
} from './deliverable.rules';

/** A deliverable in each state. */
const STANDING: Readonly<Record<DeliverableState, { acceptedOn: string | null }>> = {
  AWAITED: { acceptedOn: null },
  ACCEPTED: { acceptedOn: '2023-11-10' },
};
const STATES = Object.keys(STANDING) as DeliverableState[];

/** What each action makes of each state, as it was agreed: a dash where it is refused. Columns: AWAITED ACCEPTED. */
const AGREED: Readonly<Record<DeliverableAction, string>> = { accept: 'ACCEPTED -' };
const ACTIONS = Object.keys(AGREED) as DeliverableAction[];

function refusedBy(attempt: () => void): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
}

test('the table names every action and no other', () => {
  expect(Object.keys(TRANSITIONS)).toEqual(ACTIONS);
});

test.each(
  ACTIONS.flatMap((action) =>
    STATES.map((state, place) => ({ action, state, after: AGREED[action].split(' ')[place]! })),
  ),
)('$action of a deliverable that is $state: $after', ({ action, state, after }) => {
  expect(deliverableStateOf(STANDING[state])).toBe(state);
  expect(TRANSITIONS[action][state] ?? '-').toBe(after);
  expect(refusedBy(() => assertPossible(action, STANDING[state]))).toEqual(
    after === '-' ? ['CONFLICT input.deliverableId'] : [],
  );
});

test.each([
  ['2023-01-09', ['INVALID input.acceptedOn']],
  ['2023-01-10', []],
  ['2023-11-14', []],
  ['2023-11-15', ['INVALID input.acceptedOn']],
])('of an item that began on 10/1, accepted on %s, told on 14/11: %j', (acceptedOn, refused) => {
  expect(refusedBy(() => assertAcceptedOn(acceptedOn, '2023-01-10', '2023-11-14'))).toEqual(refused);
});
