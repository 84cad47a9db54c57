import { type Actor, hasRole, isOfficial } from '../../../platform/access/actor';
import type { RowRule } from '../../../platform/reader/model/row-rule';

/** Who sets the rules of reporting, opens and reopens cycles, and waives reports: the secretariat. */
export function canKeepReporting(actor: Actor): boolean {
  return hasRole(actor, 'SECRETARIAT');
}

/** Exceptions and their reasons are words of officials: rooms do not read them (rule R14). */
export const readableByOfficials: RowRule = (actor) => (isOfficial(actor) ? 'all' : 'none');
