import { type Actor, hasRole } from '../platform/access/actor';
import type { RowRule } from '../platform/reader/model/row-rule';

/** Who has a job tried again: administrators, who run the program. */
export function canRetryJobs(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR');
}

/** Who sees what the program does by itself, and whether it fails: who runs it, and inspection. */
function canSeeJobs(actor: Actor): boolean {
  return hasRole(actor, 'ADMINISTRATOR', 'INSPECTOR');
}

/** The same rule as a row predicate. */
export const readableJobs: RowRule = (actor) => (canSeeJobs(actor) ? 'all' : 'none');
