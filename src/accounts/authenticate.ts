import { holderOnSql } from '../organisation/public';
import type { HeldRole, Role } from '../platform/access/actor';
import type { Identity } from '../platform/access/remembered-identities';
import type { Database } from '../platform/database/database';
import type { CalendarDate } from '../platform/lib/clock';
import { tokenHash } from './tokens';

interface Found {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly unitId: string | null;
  readonly tokenId: string;
  readonly tokenExpiresAt: Date;
  readonly isExpired: boolean;
  readonly isRevoked: boolean;
  readonly roles: { role: Role; unitId: string | null }[];
}

/**
 * A role for a unit follows the unit's matters (rule R16): it is held for the one unit that holds all of them on the date, and for all units whose matters
 * that one holds. Where several units share them, nobody can tell who went where: the role stays with what was the old unit's until the administrator says.
 */
const ROLES = `select r.role, r.unit_id from account_role r where r.account_id = a.id
  union
  select r.role, held.unit_id from account_role r
    join unit_heir held on held.heir_id = ${holderOnSql('r.unit_id', '$3::date', (name) => name)}
      and coalesce(held.held_from <= $3::date, true) and coalesce(held.held_to >= $3::date, true)
    where r.account_id = a.id`;

const FIND = `select a.id as "accountId", a.display_name as "displayName", a.email, a.unit_id as "unitId", t.id as "tokenId",
    t.expires_at as "tokenExpiresAt", t.expires_at <= $2 as "isExpired",
    (t.revoked_at is not null or a.disabled_at is not null) as "isRevoked",
    (select coalesce(json_agg(json_build_object('role', r.role, 'unitId', r.unit_id)), '[]') from (${ROLES}) r) as roles
  from access_token t join account a on a.id = t.account_id where t.token_hash = $1`;

/** Who a token belongs to, with the rights of a date of the programme. Expiry is by real time. */
export async function authenticate(database: Database, token: string, today: CalendarDate): Promise<Identity> {
  const [found] = await database.query<Found>(FIND, [tokenHash(token), new Date(), today]);
  if (found === undefined) return { is: 'unknown' };
  if (found.isRevoked) return { is: 'revoked' };
  if (found.isExpired) return { is: 'expired' };
  const { accountId, displayName, email, unitId, tokenId, tokenExpiresAt } = found;
  const roles: HeldRole[] = found.roles;
  return {
    is: 'valid',
    actor: { accountId, displayName, email: email ?? '', unitId, roles, tokenId, tokenExpiresAt },
  };
}
