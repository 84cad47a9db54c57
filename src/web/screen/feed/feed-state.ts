import type { ScreenOverviewQuery } from '../../generated/operations';
import type { Access } from '../../common/derive-freshness';

/** All that a wall knows at a moment. Times are programme time in milliseconds. */
export interface FeedState {
  snapshot: ScreenOverviewQuery | null;
  access: Access;
  lastHeartbeatAt: number | null;
  today: string | null;
  appVersion: string | null;
  lastError: string | null;
}

/** A wall that has just been switched on. */
export const EMPTY_FEED: FeedState = {
  snapshot: null,
  access: 'unknown',
  lastHeartbeatAt: null,
  today: null,
  appVersion: null,
  lastError: null,
};
