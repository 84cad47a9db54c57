import { type Change, isCrossing } from './diff-figures';

/** What a wall announces: one change, or so many at once that only their number helps. */
export type Announcement = { kind: 'one'; change: Change } | { kind: 'many'; count: number };

/** Everything about changes that a wall shows at a moment. Times are programme time in milliseconds. */
export interface ChangeMarks {
  /** Newest change of each figure that is still marked. */
  marked: ReadonlyMap<string, { change: Change; until: number }>;
  banner: { announcement: Announcement; until: number } | null;
  /** What the footer keeps. */
  last: { announcement: Announcement; at: number } | null;
  bannerBegan: number | null;
  /** Crossings that wait until a banner is allowed again. */
  waiting: readonly Change[];
  /** Times of the changes of the last ten seconds, with how many came at each. */
  recent: readonly { at: number; count: number }[];
}

const MARK_MS = 60_000;
const BANNER_MS = 12_000;
const BANNER_EVERY_MS = 60_000;
const BURST_MS = 10_000;
const BURST_COUNT = 5;

/** A wall on which nothing has changed yet. */
export const NO_MARKS: ChangeMarks = {
  marked: new Map(),
  banner: null,
  last: null,
  bannerBegan: null,
  waiting: [],
  recent: [],
};

/**
 * The marks after `changes` (which may be none: then only time passes). Returns the same object when nothing is different,
 * so that a wall paints only when it must.
 */
export function advanceMarks(marks: ChangeMarks, changes: readonly Change[], now: number): ChangeMarks {
  if (changes.length === 0 && !somethingEnds(marks, now)) return marks;
  const recent = noteRecent(marks, changes.length, now);
  const burst = recent.reduce((sum, { count }) => sum + count, 0);
  const next: ChangeMarks = {
    ...marks,
    recent,
    marked: markFigures(marks, changes, now),
    banner: marks.banner !== null && marks.banner.until > now ? marks.banner : null,
    waiting: [...marks.waiting, ...changes.filter(isCrossing)],
    last: changes.length === 0 ? marks.last : { announcement: announce(changes, burst), at: now },
  };
  return raiseBanner(next, burst, now);
}

function somethingEnds({ marked, banner, waiting, bannerBegan }: ChangeMarks, now: number): boolean {
  if (banner !== null && banner.until <= now) return true;
  if (waiting.length > 0 && mayRaise(bannerBegan, now)) return true;
  return [...marked.values()].some(({ until }) => until <= now);
}

function noteRecent({ recent }: ChangeMarks, count: number, now: number): ChangeMarks['recent'] {
  const kept = recent.filter(({ at }) => at > now - BURST_MS);
  return count === 0 ? kept : [...kept, { at: now, count }];
}

function markFigures({ marked }: ChangeMarks, changes: readonly Change[], now: number): ChangeMarks['marked'] {
  const next = new Map([...marked].filter(([, { until }]) => until > now));
  for (const change of changes) next.set(change.key, { change, until: now + MARK_MS });
  return next;
}

function announce(changes: readonly Change[], burst: number): Announcement {
  const [only] = changes;
  if (burst >= BURST_COUNT) return { kind: 'many', count: burst };
  if (changes.length === 1 && only !== undefined) return { kind: 'one', change: only };
  return { kind: 'many', count: changes.length };
}

function raiseBanner(marks: ChangeMarks, burst: number, now: number): ChangeMarks {
  if (marks.waiting.length === 0 || !mayRaise(marks.bannerBegan, now)) return marks;
  const announcement = announce(marks.waiting, Math.max(burst, marks.waiting.length));
  return { ...marks, waiting: [], bannerBegan: now, banner: { announcement, until: now + BANNER_MS } };
}

function mayRaise(bannerBegan: number | null, now: number): boolean {
  return bannerBegan === null || now - bannerBegan >= BANNER_EVERY_MS;
}
