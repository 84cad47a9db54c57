import { type Actor, hasRole } from '../../platform/access/actor';

/** Who states through which levels reports go: the secretariat. */
export function canSetReviewLevels(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}
