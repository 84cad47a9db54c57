import { DomainError } from '../../platform/lib/domain-error';
import { ProgressReportState } from '../reports/progress-report.state';
import { assertLevels, awaitedLevelOf, levelAfter, type RequiredLevel, STATE_AWAITING } from './review-level.rules';
import { ReviewLevel } from './review-level.state';

const { UNIT, SECRETARIAT, STANDING_DEPUTY_HEAD } = ReviewLevel;

const held = (...levels: ReviewLevel[]): RequiredLevel[] => levels.map((level) => ({ level, isHeld: true }));
const unheld = (level: ReviewLevel): RequiredLevel => ({ level, isHeld: false });

describe('the level that comes next', () => {
  test('is the next one in order, after the last one none', () => {
    const all = held(UNIT, SECRETARIAT, STANDING_DEPUTY_HEAD);
    expect(levelAfter(all, null)).toEqual({ awaited: UNIT, skipped: [] });
    expect(levelAfter(all, UNIT)).toEqual({ awaited: SECRETARIAT, skipped: [] });
    expect(levelAfter(all, SECRETARIAT)).toEqual({ awaited: STANDING_DEPUTY_HEAD, skipped: [] });
    expect(levelAfter(all, STANDING_DEPUTY_HEAD)).toEqual({ awaited: null, skipped: [] });
    expect(levelAfter(held(UNIT, SECRETARIAT), SECRETARIAT)).toEqual({ awaited: null, skipped: [] });
  });

  test('passes over, by name, what nobody can hold', () => {
    expect(levelAfter([unheld(UNIT), ...held(SECRETARIAT)], null)).toEqual({ awaited: SECRETARIAT, skipped: [UNIT] });
    expect(levelAfter([...held(UNIT, SECRETARIAT), unheld(STANDING_DEPUTY_HEAD)], SECRETARIAT)).toEqual({
      awaited: null,
      skipped: [STANDING_DEPUTY_HEAD],
    });
  });

  test('is never past the secretariat by itself', () => {
    expect(levelAfter([unheld(UNIT), unheld(SECRETARIAT)], null)).toEqual({ awaited: SECRETARIAT, skipped: [UNIT] });
  });

  test('is none after a level that the programme has no more', () => {
    expect(levelAfter(held(UNIT, SECRETARIAT), STANDING_DEPUTY_HEAD)).toEqual({ awaited: null, skipped: [] });
  });
});

test('a report waits for the level that its state and the secretariat’s step tell, and for none once it is settled', () => {
  for (const level of [UNIT, SECRETARIAT]) {
    expect(awaitedLevelOf({ state: STATE_AWAITING[level], secretariatApprovedAt: null })).toBe(level);
  }
  const secretariatApprovedAt = '2023-11-13T08:00:00Z';
  expect(awaitedLevelOf({ state: STATE_AWAITING[STANDING_DEPUTY_HEAD], secretariatApprovedAt })).toBe(
    STANDING_DEPUTY_HEAD,
  );
  for (const state of [ProgressReportState.ACCEPTED, ProgressReportState.RETURNED, ProgressReportState.WITHDRAWN]) {
    expect(awaitedLevelOf({ state, secretariatApprovedAt })).toBe(null);
  }
});

describe('levels that a programme states', () => {
  const pathsOf = (given: ReviewLevel[], from: string | null): string[] => {
    try {
      assertLevels(given, from);
      return [];
    } catch (error) {
      if (error instanceof DomainError) return error.refusals.map(({ path }) => path.join('.'));
      throw error;
    }
  };

  test('are kept in their order, each once', () => {
    expect(assertLevels([STANDING_DEPUTY_HEAD, SECRETARIAT, UNIT, UNIT], 'PARTY_COMMITTEE')).toEqual([
      UNIT,
      SECRETARIAT,
      STANDING_DEPUTY_HEAD,
    ]);
  });

  test('hold the unit and the secretariat, and items for the third one; all that is wrong is said at once', () => {
    expect(pathsOf([UNIT, SECRETARIAT], null)).toEqual([]);
    expect(pathsOf([UNIT], null)).toEqual(['input.reviewLevels']);
    expect(pathsOf([UNIT, SECRETARIAT], 'UNIT')).toEqual(['input.standingDeputyHeadFrom']);
    expect(pathsOf([STANDING_DEPUTY_HEAD, SECRETARIAT], null)).toEqual([
      'input.reviewLevels',
      'input.standingDeputyHeadFrom',
    ]);
  });
});
