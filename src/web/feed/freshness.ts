/** A heartbeat comes every 15 s: three may be missed before anybody is told. */
const LIVE_MS = 45_000;
const LOST_MS = 2 * 60_000;

/** How long ago the server was last heard: blips stay quiet, silence that matters does not. */
export function freshnessOfAge(ageMs: number): 'live' | 'reconnecting' | 'lost' {
  if (ageMs <= LIVE_MS) return 'live';
  return ageMs <= LOST_MS ? 'reconnecting' : 'lost';
}

/** How fresh a feed is. */
export interface Freshness {
  /** `refused`: the server took the right to be connected away. */
  readonly state: 'live' | 'reconnecting' | 'lost' | 'refused';
  /** When the newest heartbeat came, by this machine's clock in milliseconds; null before the first. */
  readonly lastHeardAt: number | null;
  /** Where the log ended at that heartbeat. */
  readonly cursor: string | null;
}

/** Before the first heartbeat nothing counts as live; `since` is when the feed began to wait for it. */
export function freshnessOf(
  { lastHeardAt, cursor }: Omit<Freshness, 'state'>,
  isRefused: boolean,
  since: number,
  now: number,
): Freshness {
  const ofAge = freshnessOfAge(now - (lastHeardAt ?? since));
  const state = lastHeardAt === null && ofAge === 'live' ? 'reconnecting' : ofAge;
  return { state: isRefused ? 'refused' : state, lastHeardAt, cursor };
}
