import { DomainError, type Refusal } from '../../platform/lib/domain-error';
import { ReviewLevel } from './review-level.state';
import { ProgressReportState } from '../reports/progress-report.state';

const { UNIT, SECRETARIAT, STANDING_DEPUTY_HEAD } = ReviewLevel;

const ORDER = Object.values(ReviewLevel);

/** The levels of a programme that has stated none. */
export const DEFAULT_LEVELS: readonly ReviewLevel[] = [UNIT, SECRETARIAT];

/** The state in which a report waits for each level. */
export const STATE_AWAITING: Readonly<Record<ReviewLevel, ProgressReportState>> = {
  UNIT: ProgressReportState.SUBMITTED,
  SECRETARIAT: ProgressReportState.UNIT_APPROVED,
  STANDING_DEPUTY_HEAD: ProgressReportState.UNIT_APPROVED,
};

/** How far a report has come: what tells the level for which it waits. */
export interface ReviewStanding {
  readonly state: ProgressReportState;
  /** When the secretariat agreed to it and left it to a level after its own; a moment, or its text. */
  readonly secretariatApprovedAt: Date | string | null;
}

/** The level for which a report waits; null when it waits for none. */
export function awaitedLevelOf({ state, secretariatApprovedAt }: ReviewStanding): ReviewLevel | null {
  if (state === ProgressReportState.SUBMITTED) return UNIT;
  if (state !== ProgressReportState.UNIT_APPROVED) return null;
  return secretariatApprovedAt === null ? SECRETARIAT : STANDING_DEPUTY_HEAD;
}

/** A level that a report goes through, and whether anybody can take its step: somebody whose account is in use, with the role in force, who did not submit it. */
export interface RequiredLevel {
  readonly level: ReviewLevel;
  readonly isHeld: boolean;
}

/** Which level comes next, null when none does; and which ones are passed over since nobody holds them. */
export interface NextLevel {
  readonly awaited: ReviewLevel | null;
  readonly skipped: readonly ReviewLevel[];
}

/** What follows a level, or the submission (null). A level that nobody can hold is passed over by name; never the secretariat's, so that nothing is accepted by itself. */
export function levelAfter(required: readonly RequiredLevel[], taken: ReviewLevel | null): NextLevel {
  const place = (level: ReviewLevel | null): number => (level === null ? -1 : ORDER.indexOf(level));
  const left = required.filter(({ level }) => place(level) > place(taken));
  const next = left.findIndex(({ level, isHeld }) => isHeld || level === SECRETARIAT);
  const skipped = (next === -1 ? left : left.slice(0, next)).map(({ level }) => level);
  return { awaited: left[next]?.level ?? null, skipped };
}

/** Refuses levels without the unit or the secretariat, and a third level without the items that it is for, or those without it; all points at once. Gives the levels in their order. */
export function assertLevels(given: readonly ReviewLevel[], standingDeputyHeadFrom: string | null): ReviewLevel[] {
  const refusals: Refusal[] = [];
  if (!DEFAULT_LEVELS.every((level) => given.includes(level))) {
    refusals.push({
      code: 'INVALID',
      path: ['input', 'reviewLevels'],
      message: {
        vi: 'Báo cáo luôn qua đơn vị rồi cơ quan thường trực. Hãy nêu cả hai cấp UNIT và SECRETARIAT.',
        en: 'Reports always go through the unit, then the secretariat. Name both UNIT and SECRETARIAT.',
      },
    });
  }
  if (given.includes(STANDING_DEPUTY_HEAD) !== (standingDeputyHeadFrom !== null)) {
    refusals.push({
      code: 'INVALID',
      path: ['input', 'standingDeputyHeadFrom'],
      message: {
        vi: 'Nêu cấp phê duyệt của đầu việc cùng với cấp STANDING_DEPUTY_HEAD: hãy nêu cả hai, hoặc bỏ cả hai.',
        en: 'The approval level of items goes with the level STANDING_DEPUTY_HEAD: name both, or neither.',
      },
    });
  }
  if (refusals.length > 0) throw new DomainError(refusals);
  return ORDER.filter((level) => given.includes(level));
}
