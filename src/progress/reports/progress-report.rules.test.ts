import fc from 'fast-check';
import { DomainError } from '../../platform/lib/domain-error';
import {
  assertOpen,
  assertReasons,
  type CycleDates,
  isLate,
  isPending,
  isWithdrawable,
  type ProgressReportAction,
  type Standing,
  stateAfter,
  stateAfterWithdrawal,
  type Submission,
  toStoredPercent,
  TRANSITIONS,
} from './progress-report.rules';
import { ReviewLevel } from '../review/review-level.state';
import { ProgressReportState } from './progress-report.state';

const cycle: CycleDates = { period: '2023-Q4', opensOn: '2023-11-01', dueOn: '2023-12-20', closesOn: '2024-02-29' };

function refusalsOf(work: () => void): DomainError['refusals'] {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error.refusals;
    throw error;
  }
  return [];
}

describe('a percentage', () => {
  test.each([
    [0, 0],
    [0.005, 0.01],
    [33.333, 33.33],
    [0.29, 0.29],
    [97.555, 97.56],
    [99.99, 99.99],
    [99.991, 99.99],
    [99.999999, 99.99],
    [100, 100],
  ])('%d is kept as %d', (given, kept) => {
    expect(toStoredPercent(given)).toBe(kept);
  });

  test('is kept within a hundredth, and is 100 only if it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (given) => {
        const kept = toStoredPercent(given);
        expect(Math.abs(kept - given)).toBeLessThanOrEqual(0.01);
        expect(kept === 100).toBe(given === 100);
        expect(Number(kept.toFixed(2))).toBe(kept);
      }),
    );
  });
});

describe('a cycle', () => {
  test.each([
    ['2023-10-31', 'CLOSED'],
    ['2023-11-01', null],
    ['2023-12-20', null],
    ['2023-12-21', null],
    ['2024-02-29', null],
    ['2024-03-01', 'CLOSED'],
  ])('on %s: %s', (today, code) => {
    const refusals = refusalsOf(() => assertOpen(cycle, today));
    expect(refusals.map((refusal) => refusal.code)).toEqual(code === null ? [] : [code]);
    for (const { path } of refusals) expect(path).toEqual(['input', 'period']);
  });

  test('takes reports on time up to its due date, late ones after it', () => {
    expect(['2023-12-19', '2023-12-20', '2023-12-21'].map((today) => isLate(cycle, today))).toEqual([
      false,
      false,
      true,
    ]);
  });

  test('says in its refusals when it opens or was locked, as people write dates', () => {
    const [early] = refusalsOf(() => assertOpen(cycle, '2023-10-01'));
    const [late] = refusalsOf(() => assertOpen(cycle, '2024-03-01'));
    expect(early!.message.vi).toContain('01/11/2023');
    expect(late!.message.vi).toContain('29/02/2024');
    expect(late!.message.en).toContain('2024-02-29');
  });
});

describe('reasons', () => {
  const standing: Standing = { today: '2023-11-14', cycle, acceptedPercent: 62.5, computedHealth: 'ON_TRACK' };
  const codes = (submission: Partial<Submission>, changes: Partial<Standing> = {}) =>
    refusalsOf(() => assertReasons({ percentComplete: 70, ...submission }, { ...standing, ...changes })).map(
      ({ code, path }) => `${code} ${path.join('.')}`,
    );

  test('are not needed for a report on time that rises and claims nothing', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ percentComplete: 62.5 })).toEqual([]);
    expect(codes({ claimedHealth: 'ON_TRACK' })).toEqual([]);
    expect(codes({ percentComplete: 0 }, { acceptedPercent: null })).toEqual([]);
  });

  test('are needed for a fall, for lateness, for another view of health; blanks are none', () => {
    expect(codes({ percentComplete: 62.49 })).toEqual(['DECREASE_REASON_REQUIRED input.decreaseReason']);
    expect(codes({ percentComplete: 1, decreaseReason: ' \t' })).toEqual([
      'DECREASE_REASON_REQUIRED input.decreaseReason',
    ]);
    expect(codes({ percentComplete: 1, decreaseReason: 'x' })).toEqual([]);
    expect(codes({}, { today: '2023-12-21' })).toEqual(['LATENESS_REASON_REQUIRED input.latenessReason']);
    expect(codes({ latenessReason: 'x' }, { today: '2023-12-21' })).toEqual([]);
    expect(codes({ claimedHealth: 'AT_RISK' })).toEqual(['INVALID input.healthReason']);
    expect(codes({ claimedHealth: 'AT_RISK', healthReason: 'x' })).toEqual([]);
  });

  test('that are missing are listed together', () => {
    expect(codes({ percentComplete: 1, claimedHealth: 'OVERDUE' }, { today: '2023-12-21' })).toHaveLength(3);
  });

  test('name the earlier percentage as each language writes it', () => {
    const [refusal] = refusalsOf(() => assertReasons({ percentComplete: 1 }, standing));
    expect(refusal!.message).toMatchObject({
      vi: expect.stringContaining('62,5%') as string,
      en: expect.stringContaining('62.5 %') as string,
    });
  });
});

describe('states', () => {
  const STATES = Object.values(ProgressReportState);

  /** What each action makes of each state, as it was agreed: a dash where it is refused. Columns: DRAFT SUBMITTED UNIT_APPROVED ACCEPTED RETURNED WITHDRAWN. */
  const AGREED: Readonly<Record<ProgressReportAction, string>> = {
    approve: '- UNIT_APPROVED ACCEPTED - - -',
    return: '- RETURNED RETURNED - - -',
    withdraw: '- WITHDRAWN WITHDRAWN - - -',
  };
  const ACTIONS = Object.keys(AGREED) as ProgressReportAction[];

  test('the table names every action and no other', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...ACTIONS].sort());
  });

  test.each(
    ACTIONS.flatMap((action) =>
      STATES.map((state, place) => ({ action, state, after: AGREED[action].split(' ')[place]! })),
    ),
  )('$action of a report that is $state: $after', ({ action, state, after }) => {
    const refusals = refusalsOf(() => expect(stateAfter(action, state)).toBe(after));
    expect(refusals.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual(
      after === '-' ? ['CONFLICT input.progressReportId'] : [],
    );
  });

  test('a report is accepted after the last level alone: until then it waits, past its unit', () => {
    expect(stateAfter('approve', ProgressReportState.SUBMITTED, ReviewLevel.SECRETARIAT)).toBe('UNIT_APPROVED');
    expect(stateAfter('approve', ProgressReportState.UNIT_APPROVED, ReviewLevel.STANDING_DEPUTY_HEAD)).toBe(
      'UNIT_APPROVED',
    );
    expect(stateAfter('return', ProgressReportState.UNIT_APPROVED, ReviewLevel.STANDING_DEPUTY_HEAD)).toBe('RETURNED');
  });

  test('a report is taken back until somebody has judged it: also past a unit that was passed over, not past one that approved', () => {
    const unjudged = { unitApprovedAt: null, secretariatApprovedAt: null };
    const judged = '2023-11-13T08:00:00Z';
    const withdrawn = STATES.filter((state) => isWithdrawable({ state, ...unjudged }));
    expect(withdrawn).toEqual(['SUBMITTED', 'UNIT_APPROVED']);
    const past = { state: ProgressReportState.UNIT_APPROVED, ...unjudged };
    expect(stateAfterWithdrawal(past)).toBe('WITHDRAWN');
    for (const standing of [
      { ...past, unitApprovedAt: judged },
      { ...past, secretariatApprovedAt: judged },
      { ...unjudged, state: ProgressReportState.ACCEPTED },
    ]) {
      expect(isWithdrawable(standing)).toBe(false);
      const [refusal] = refusalsOf(() => stateAfterWithdrawal(standing));
      expect(refusal!.code).toBe('CONFLICT');
      expect(refusal!.message.en).toMatch(/^The report is [a-z ]+; this step is not possible\. Reload it\.$/);
    }
  });

  test('a report waits for a reviewer until the secretariat has accepted it, or somebody sent it back', () => {
    expect(STATES.filter((state) => isPending(state))).toEqual(['SUBMITTED', 'UNIT_APPROVED']);
  });

  test.each(STATES.filter((state) => TRANSITIONS.withdraw[state] === undefined))(
    '%s has words of its own when a step is not possible',
    (state) => {
      const [refusal] = refusalsOf(() => stateAfter('withdraw', state));
      expect(refusal!.message.vi).not.toContain('undefined');
      expect(refusal!.message.en).toMatch(/^The report is [a-z ]+; this step is not possible\. Reload it\.$/);
    },
  );
});
