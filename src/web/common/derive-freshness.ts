import { freshnessOfAge } from '../feed/public';

/** How fresh the figures on a wall are; `none` and `revoked` show a page of their own. */
export type Freshness = 'live' | 'reconnecting' | 'lost' | 'stale' | 'none' | 'revoked';

/** What a screen knows about its right to be connected. */
export type Access = 'unknown' | 'allowed' | 'stranger' | 'revoked' | 'expired';

interface FreshnessFacts {
  /** Programme time of the newest heartbeat in milliseconds, null before the first. */
  lastHeartbeatAt: number | null;
  /** Programme time now: the own clock corrected with the server's. */
  now: number;
  hasSnapshot: boolean;
  access: Access;
}

const STALE_MS = 15 * 60_000;

/** Which state of freshness a screen is in. Blips stay quiet; silence that matters is said plainly. */
export function deriveFreshness({ lastHeartbeatAt, now, hasSnapshot, access }: FreshnessFacts): Freshness {
  if (access === 'revoked' || access === 'expired') return 'revoked';
  if (!hasSnapshot || access === 'stranger') return 'none';
  if (lastHeartbeatAt === null) return 'reconnecting';
  const age = now - lastHeartbeatAt;
  return age > STALE_MS ? 'stale' : freshnessOfAge(age);
}
