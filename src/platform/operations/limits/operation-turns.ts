import type { TurnBounds } from '../../lib/turns';
import { RateLimited } from './rate-limited';

/**
 * Operations and live runs of one account that are under way at a time. Their database connections are counted for themselves (`database/connection.ts`); this bounds what the process
 * holds for them; what waits is bounded for requests over HTTP, of which there may be any number. What is new begins by turns of accounts, in slices after which sockets are seen to: parsing and planning one operation takes some milliseconds at most, and nobody
 * waits for more than one of each other account.
 */
export const OPERATION_TURNS: TurnBounds = { atOnce: Infinity, perOwner: 32, mostWaiting: 200, sliceMs: 4 };

/** Seconds after which a line of that length is very likely shorter. */
const RETRY_S = 1;

/** Refuses an operation whose account has as many waiting as it may. */
export function tooManyWaiting(): RateLimited {
  const value = OPERATION_TURNS.mostWaiting;
  return new RateLimited(
    { limit: 'operationsWaiting', value, retryAfter: RETRY_S },
    {
      vi: `Tài khoản này đã có ${value} yêu cầu đang chờ đến lượt. Hãy đợi các yêu cầu trước xong rồi thử lại sau ${RETRY_S} giây.`,
      en: `This account has ${value} operations waiting for their turn. Wait for earlier ones to end and try again in ${RETRY_S} second.`,
    },
  );
}
