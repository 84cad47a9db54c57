import { DomainError } from '../../platform/lib/domain-error';
import {
  assertMeasurablePeriod,
  assertMeasurableValue,
  columnsAfter,
  GREATEST_VALUE,
  type MeasurementAction,
  standingOf,
  TRANSITIONS,
} from './measurement.rules';
import { MeasurementState } from './measurement.state';

const NOW = new Date('2023-11-14T08:00:00Z');
const EARLIER = new Date('2023-11-01T08:00:00Z');
const { PROVISIONAL, ACCEPTED, RETURNED } = MeasurementState;

/** The columns of a measurement, by how it stands. */
const COLUMNS = {
  PROVISIONAL: { state: PROVISIONAL, supersededAt: null },
  ACCEPTED: { state: ACCEPTED, supersededAt: null },
  SUPERSEDED: { state: ACCEPTED, supersededAt: EARLIER },
  RETURNED: { state: RETURNED, supersededAt: null },
} as const;
type Standing = keyof typeof COLUMNS;
const STANDINGS = Object.keys(COLUMNS) as Standing[];

/** What each action makes of each standing, as it was agreed: a dash where it is refused. Columns: PROVISIONAL ACCEPTED SUPERSEDED RETURNED. */
const AGREED: Readonly<Record<MeasurementAction, string>> = {
  accept: 'ACCEPTED - - -',
  correct: '- SUPERSEDED - -',
  return: 'RETURNED - - -',
};
const ACTIONS = Object.keys(AGREED) as MeasurementAction[];

/** The codes of what was refused; none when nothing was. */
function refusedBy(attempt: () => unknown): string[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return error.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  }
}

describe('states', () => {
  test('the table names every action and no other', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
  });

  test.each(STANDINGS)('a measurement that is %s is told from the others by its columns', (standing) => {
    expect(standingOf(COLUMNS[standing])).toBe(standing);
  });

  test.each(
    ACTIONS.flatMap((action) =>
      STANDINGS.map((standing, place) => ({ action, standing, after: AGREED[action].split(' ')[place]! })),
    ),
  )('$action of a measurement that is $standing: $after', ({ action, standing, after }) => {
    const attempt = () => columnsAfter(action, COLUMNS[standing], NOW);
    if (after === '-') expect(refusedBy(attempt)).toEqual(['CONFLICT input.measurementId']);
    else
      expect(attempt()).toEqual({
        ...COLUMNS[after as Standing],
        ...(after === 'SUPERSEDED' && { supersededAt: NOW }),
      });
  });

  test('a refused step says what to do instead', () => {
    expect(() => columnsAfter('accept', COLUMNS.SUPERSEDED, NOW)).toThrow(/correct it/);
    expect(() => columnsAfter('correct', COLUMNS.PROVISIONAL, NOW)).toThrow(/record another one/);
    expect(() => columnsAfter('correct', COLUMNS.SUPERSEDED, NOW)).toThrow(/Correct the newest one/);
    expect(() => columnsAfter('return', COLUMNS.ACCEPTED, NOW)).toThrow(/correct it/);
    expect(() => columnsAfter('accept', COLUMNS.RETURNED, NOW)).toThrow(/unit records another one/);
  });
});

test.each([
  ['2023-Q4', []],
  ['2024-Q1', ['INVALID input.period']],
  ['1990', []],
  ['1989', ['INVALID input.period']],
])('on 14/11/2023 the period %s is refused: %j', (period, refused) => {
  expect(refusedBy(() => assertMeasurablePeriod(period, '2023-11-14'))).toEqual(refused);
});

test('values up to the greatest that keeps its decimals are taken, of either sign', () => {
  expect(refusedBy(() => assertMeasurableValue(-GREATEST_VALUE))).toEqual([]);
  expect(refusedBy(() => assertMeasurableValue(GREATEST_VALUE * 1.01))).toEqual(['INVALID input.value']);
});
