import type { HeldRole } from '../platform/access/actor';
import type { Identify, Identity } from '../platform/access/remembered-identities';
import type { RightsSource } from '../platform/access/rights-source';
import type { Database } from '../platform/database/database';
import type { CalendarDate } from '../platform/lib/calendar-date';
import { inBatches } from '../platform/lib/in-batches';
import { heldRolesSql } from './roles/role-holders.sql';
import { tokenHash } from './tokens';

interface Found {
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly unitId: string | null;
  readonly tokenId: string;
  readonly tokenExpiresAt: Date;
  readonly isExpired: boolean;
  readonly isRevoked: boolean;
  readonly roles: readonly HeldRole[];
}

const FIND = `select t.token_hash as "tokenHash", a.id as "accountId", a.display_name as "displayName", a.email, a.unit_id as "unitId", t.id as "tokenId",
    t.expires_at as "tokenExpiresAt", t.expires_at <= $2 as "isExpired",
    (t.revoked_at is not null or a.disabled_at is not null) as "isRevoked",
    (select coalesce(json_agg(json_build_object('role', r.role, 'unitId', r.unit_id)), '[]') from (${heldRolesSql('a.id', '$3::date')}) r) as roles
  from access_token t join account a on a.id = t.account_id where t.token_hash = any($1::bytea[])`;

/** What `FIND` reads: roles follow the units' matters, which go over at midnight; at midnight those that were given for a time begin and end. */
export const RIGHTS_SOURCE: RightsSource = {
  tags: ['account', 'account_role', 'access_token', 'unit_heir', 'today'],
  accountType: 'Account',
};

/**
 * Tokens that one statement looks up, and statements under way: 1,500 strangers who sent made-up tokens at once kept an honest
 * query waiting for 2.2 s behind their 1,500 statements.
 */
const BATCHES = { atOnce: 2, most: 500 };

/** Finds out whose tokens are, those that come at the same moment by one statement, with the rights of the programme's date then. */
export function authenticator(database: Database, today: () => CalendarDate): Identify {
  return inBatches((tokens: readonly string[]) => identitiesOf(database, tokens, today()), BATCHES);
}

/** Who a token belongs to, with the rights of a date of the programme. */
export async function authenticate(database: Database, token: string, today: CalendarDate): Promise<Identity> {
  return (await identitiesOf(database, [token], today))[0]!;
}

async function identitiesOf(database: Database, tokens: readonly string[], today: CalendarDate): Promise<Identity[]> {
  const hashes = tokens.map(tokenHash);
  // tokens end by real time
  const found = await database.query<Found>(FIND, [hashes, new Date(), today]);
  const byHash = new Map(found.map((row) => [row.tokenHash.toString('hex'), row]));
  return hashes.map((hash) => identityOf(byHash.get(hash.toString('hex'))));
}

function identityOf(found: Found | undefined): Identity {
  if (found === undefined) return { is: 'unknown' };
  if (found.isRevoked) return { is: 'revoked' };
  if (found.isExpired) return { is: 'expired' };
  const { accountId, displayName, email, unitId, tokenId, tokenExpiresAt, roles } = found;
  return {
    is: 'valid',
    actor: { accountId, displayName, email: email ?? '', unitId, roles: [...roles], tokenId, tokenExpiresAt },
  };
}
