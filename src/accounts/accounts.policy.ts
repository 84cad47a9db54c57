import type { RowRule } from '../platform/reader/declarations';

/** Colleagues' names are visible to people, not to screens: a room needs no names of officials. */
export const readableAccounts: RowRule = (actor) =>
  actor.roles.every((held) => held.role === 'DISPLAY') ? 'none' : 'all';
