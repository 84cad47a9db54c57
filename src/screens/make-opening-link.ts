import { DISPLAY_DAYS, issueToken } from '../accounts/public';
import type { Database } from '../platform/database/database';
import { Display } from './display.entity';

/**
 * Makes a link that opens a screen; null when the screen has been revoked. The link's token is stored as a hash only, so it is made outside the command:
 * what a command wrote is remembered under its idempotency key in clear. A retry gets another link to the same screen.
 */
export function makeOpeningLink(database: Database, displayId: string): Promise<string | null> {
  return database.transaction(async (tx) => {
    // locked, so that a revocation at the same moment ends this token too or comes first
    const display = await tx.manager.findOne(Display, {
      where: { id: displayId },
      lock: { mode: 'pessimistic_write' },
    });
    if (display?.revokedAt !== null) return null;
    const { token } = await issueToken(tx.manager, display.accountId, DISPLAY_DAYS);
    return `/screen/open/${token}`;
  });
}
