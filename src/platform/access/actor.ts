import type { Language } from '../lib/localised';

/** What an account may be. REPORTER and APPROVER are held for a unit, the others for the whole programme. */
export const ROLES = [
  'ADMINISTRATOR',
  'SECRETARIAT',
  'COMMITTEE_HEAD',
  'COMMITTEE_MEMBER',
  'REPORTER',
  'APPROVER',
  'ANALYST',
  'INSPECTOR',
  'DISPLAY',
] as const;

/** One of the nine roles. */
export type Role = (typeof ROLES)[number];

/** A role as an account holds it. */
export interface HeldRole {
  readonly role: Role;
  /** The unit for which it is held; null for roles over the whole programme. */
  readonly unitId: string | null;
}

/** Who asks: an account with its rights, read anew for every operation and every run of a live query. */
export interface Actor {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly unitId: string | null;
  readonly roles: readonly HeldRole[];
  /** The access token that was presented. */
  readonly tokenId: string;
  readonly tokenExpiresAt: Date;
}

/** Who asks, and in which language answers are wanted. A stranger has no actor. */
export interface Caller {
  readonly actor: Actor | null;
  readonly language: Language;
}

/** Whether the actor holds one of the roles, for whichever unit. */
export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.roles.some((held) => roles.includes(held.role));
}

/** Whether the actor is an official with an account of their own; a meeting room's screen is not. */
export function isOfficial(actor: Actor): boolean {
  return actor.roles.some(({ role }) => role !== 'DISPLAY');
}

/** Whether the actor holds the role for this very unit. */
export function hasRoleFor(actor: Actor, role: Role, unitId: string): boolean {
  return actor.roles.some((held) => held.role === role && held.unitId === unitId);
}

/** The units for which the actor holds one of the roles. */
export function unitsOf(actor: Actor, ...roles: Role[]): string[] {
  return actor.roles.flatMap((held) => (held.unitId !== null && roles.includes(held.role) ? [held.unitId] : []));
}

/**
 * Equal for two actors exactly when every row predicate treats them alike: roles with their units, never the token. Live queries and
 * caches share results under it; what depends on the account itself adds the account.
 */
export function rightsKeyOf(actor: Actor | null): string {
  if (actor === null) return 'stranger';
  let key = rightsKeys.get(actor);
  if (key === undefined) {
    key = actor.roles
      .map((held) => `${held.role}:${held.unitId ?? '*'}`)
      .sort()
      .join(',');
    rightsKeys.set(actor, key);
  }
  return key;
}

// an actor is asked for it by every request that it makes
const rightsKeys = new WeakMap<Actor, string>();
