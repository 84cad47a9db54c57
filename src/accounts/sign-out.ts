import { hasRole, isOfficial } from '../platform/access/actor';
import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/commands/command';
import { refuse } from '../platform/lib/domain-error';
import { accountEvents } from './account.events';
import { revokeTokens } from './tokens';

/**
 * Ends the token with which the command came; everything that it opened ends with it. A room's screen has no sign-out: nobody stands there who could open it
 * again, so its link lasts until it is revoked.
 */
export async function signOut({ tx, actor, append }: Command): Promise<object> {
  if (hasRole(actor, 'DISPLAY') && !isOfficial(actor)) {
    throw refuse(
      'FORBIDDEN',
      [],
      'Màn hình phòng họp không tự đăng xuất. Cơ quan thường trực thu hồi đường dẫn của màn hình khi không dùng nữa.',
      'A room’s screen does not sign out. The secretariat revokes the screen’s link when it is no longer used.',
    );
  }
  await revokeTokens(tx.manager, { id: actor.tokenId });
  append({
    type: accountEvents.SIGNED_OUT.type,
    subject: { type: 'Account', id: actor.accountId },
    unitId: null,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data: {},
  });
  return {};
}
