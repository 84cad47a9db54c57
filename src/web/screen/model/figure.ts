import type { Health, ScreenOverviewQuery } from '../../generated/operations';

type Programme = NonNullable<ScreenOverviewQuery['programme']>;
export type Target = Programme['targets']['nodes'][number];
export type Item = Programme['workItems']['nodes'][number];

/** What of a target or an item can change before the eyes of a room. */
export interface Figure {
  /** `target:7a` or `item:07-01`. */
  key: string;
  value: number | null;
  health: Health;
}

/** The key of a target's figure. */
export function targetKey(number: string): string {
  return `target:${number}`;
}

/** The key of an item's figure. */
export function itemKey(code: string): string {
  return `item:${code}`;
}

/** All figures of a snapshot. */
export function figuresOf(snapshot: ScreenOverviewQuery): Figure[] {
  if (snapshot.programme === null) return [];
  const { targets, workItems } = snapshot.programme;
  return [
    ...targets.nodes.map(({ number, latestMeasurement, health }) => ({
      key: targetKey(number),
      value: latestMeasurement?.value ?? null,
      health,
    })),
    ...workItems.nodes.map(({ code, percentComplete, health }) => ({
      key: itemKey(code),
      value: percentComplete,
      health,
    })),
  ];
}
