import { DomainError } from '../../platform/lib/domain-error';
import { type AdjustmentAction, stateAfter, TRANSITIONS } from './adjustment.rules';
import { AdjustmentState } from './adjustment.state';
import { missingOf } from './completeness.rules';

/** What each action makes of each state, as it was agreed: a dash where it is refused. */
const STATES = ['REGISTERED', 'UNIT_APPROVED', 'APPRAISED', 'APPROVED', 'REFUSED', 'RETURNED', 'WITHDRAWN'] as const;
const AGREED: Readonly<Record<AdjustmentAction, string>> = {
  approve: 'UNIT_APPROVED - APPROVED - - - -',
  appraise: '- APPRAISED APPRAISED - - - -',
  refuse: '- - REFUSED - - - -',
  return: 'RETURNED RETURNED RETURNED - - - -',
  withdraw: 'WITHDRAWN WITHDRAWN WITHDRAWN - - - -',
};

test('the table names every action and no other', () => {
  expect(Object.keys(TRANSITIONS).sort()).toEqual(Object.keys(AGREED).sort());
});

test.each(Object.entries(AGREED))(
  '%s leads where it was agreed, and is refused elsewhere with the states that allow it',
  (action, agreed) => {
    const found = STATES.map((state) => {
      try {
        return stateAfter(action as AdjustmentAction, { id: 'x', state: AdjustmentState[state] });
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        return '-';
      }
    });
    expect(found.join(' ')).toBe(agreed);
  },
);

test('what a request does not name is told all at once; blanks name nothing (R4)', () => {
  const named = { product: ' ', targetId: null, objective: 'x', resources: '\t', reason: 'x' };
  expect(missingOf(named).map(({ path }) => path.join('.'))).toEqual([
    'input.product',
    'input.targetId',
    'input.resources',
  ]);
});
