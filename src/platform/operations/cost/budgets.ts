import type { Actor, Role } from '../../access/actor';

/** Two pages of 200 rows nested into each other, with some four further objects or derived facts to each of the 40,000. */
const WIDE = 200_000;

/**
 * What one operation of a role may cost; a row counts for about one. Whoever works over the whole programme may ask widely; analysts half as much again,
 * since groups and derived facts over long lists are their work. The committee reads the same and asks for less at once. Units and screens ask for what
 * their pages show: the most expensive operation that ships costs less than 3,000, and the rest is room for clients of their own.
 */
const BUDGETS: Readonly<Record<Role, number>> = {
  ADMINISTRATOR: WIDE,
  SECRETARIAT: WIDE,
  INSPECTOR: WIDE,
  ANALYST: 300_000,
  COMMITTEE_HEAD: 100_000,
  COMMITTEE_MEMBER: 100_000,
  REPORTER: 50_000,
  APPROVER: 50_000,
  DISPLAY: 50_000,
};

/** Strangers may ask who they are and sign in. */
const STRANGER = 1_000;

/** What one operation of this actor may cost: the highest budget of the roles held. */
export function budgetOf(actor: Actor | null): number {
  return Math.max(STRANGER, ...(actor?.roles ?? []).map(({ role }) => BUDGETS[role]));
}
