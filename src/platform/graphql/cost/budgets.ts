import type { Actor, Role } from '../../access/actor';

/** Two pages of 200 rows nested into each other, with lists and derived facts to each row of the inner one. */
const WIDE = 200_000;

/**
 * What one operation of a role may cost. One row is about one; a statement reads some hundred thousand of them in a second. Whoever works over the whole
 * programme may ask that much at once; analysts half as much again, since their questions are the widest and have a pool of connections to themselves. Units and screens ask for
 * what their pages show (the dearest page that ships costs some thousands) and whoever holds a screen's link is known least.
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
