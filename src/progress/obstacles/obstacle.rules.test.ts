import { assertOneSubject, isPossible, type ObstacleAction, stateAfter, TRANSITIONS } from './obstacle.rules';
import { ObstacleState } from './obstacle.state';

const STATES = Object.values(ObstacleState);

/** What each action makes of each state, as it was agreed: a dash where it is refused. Columns: OPEN IN_HAND RESOLVED. */
const AGREED: Readonly<Record<ObstacleAction, string>> = { takeUp: 'IN_HAND - -', resolve: 'RESOLVED RESOLVED -' };
const ACTIONS = Object.keys(AGREED) as ObstacleAction[];

test('the table names every action and no other', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
});

test.each(
  ACTIONS.flatMap((action) =>
    STATES.map((state, place) => ({ action, state, after: AGREED[action].split(' ')[place]! })),
  ),
)('$action of an obstacle that is $state: $after', ({ action, state, after }) => {
  expect(isPossible(action, state)).toBe(after !== '-');
  if (after === '-') expect(() => stateAfter(action, state)).toThrow();
  else expect(stateAfter(action, state)).toBe(after);
});

test('a refused step says what to do instead', () => {
  expect(() => stateAfter('takeUp', ObstacleState.IN_HAND)).toThrow(/resolveObstacle/);
  expect(() => stateAfter('resolve', ObstacleState.RESOLVED)).toThrow(/raise it anew/);
});

test('exactly one subject is named', () => {
  expect(() => assertOneSubject('wi', null)).not.toThrow();
  expect(() => assertOneSubject(undefined, 'ta')).not.toThrow();
  expect(() => assertOneSubject(null, undefined)).toThrow();
  expect(() => assertOneSubject('wi', 'ta')).toThrow();
});
