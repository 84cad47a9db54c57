import { LRUCache } from 'lru-cache';
import type { LogCursor } from '../event-log/log-cursor';
import type { TouchedTags } from '../event-log/touched-tags';
import type { EventFeed } from '../event-log/event-feed';
import type { Actor } from './actor';
import type { RightsSource } from './rights-source';

/** What a token turned out to be. */
export type Identity =
  { readonly is: 'valid'; readonly actor: Actor } | { readonly is: 'expired' | 'revoked' | 'unknown' };

/** Finds out whose a token is. Handed in: the platform knows no accounts. */
export type Identify = (token: string) => Promise<Identity>;

/** The same, at once where it is remembered. */
export type IdentifyAtOnce = (token: string) => Identity | Promise<Identity>;

interface Remembered {
  readonly identity: Identity & { readonly is: 'valid' };
  readonly read: LogCursor;
}

const MOST = 20_000;

/** Longer than any token of ours. */
const LONGEST_TOKEN = 200;

/** Rights may also be changed past the program, by hand in the database: those are in force after this time. */
const LONGEST_MS = 1_000;

/**
 * Remembers whose a token is, so that not every request asks the database. Any event on what rights are read from makes it ask again: what a command takes away is
 * gone when this process hears of it.
 */
export function rememberIdentities(
  find: Identify,
  { tags }: RightsSource,
  feed: EventFeed,
  touched: TouchedTags,
): IdentifyAtOnce {
  const known = new LRUCache<string, Remembered>({ max: MOST, ttl: LONGEST_MS });
  const ask = async (token: string): Promise<Identity> => {
    // before it is read: an event that comes meanwhile must count as later
    const read = feed.head;
    const identity = await find(token);
    if (identity.is === 'valid' && token.length <= LONGEST_TOKEN) known.set(token, { identity, read });
    return identity;
  };
  return (token) => {
    const remembered = known.get(token);
    if (remembered !== undefined && touched.isUntouchedSince(remembered.read, tags)) {
      // tokens end by real time, whatever the programme's clock says
      if (remembered.identity.actor.tokenExpiresAt.getTime() > Date.now()) return remembered.identity;
    }
    return ask(token);
  };
}
