import { EventAudience } from '../platform/event-log/event-audience';
import type { Command } from '../platform/graphql/run-command';
import { revokeTokens } from './tokens';

/** Ends the token with which the command came; everything that it opened ends with it. */
export async function signOut({ tx, actor, append }: Command): Promise<object> {
  await revokeTokens(tx.manager, { id: actor.tokenId });
  append({
    type: 'SIGNED_OUT',
    subject: { type: 'Account', id: actor.accountId },
    unitId: null,
    programmeId: null,
    audience: EventAudience.RECORDS,
    data: {},
  });
  return {};
}
