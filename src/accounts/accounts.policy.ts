import type { RowPolicy } from '../platform/reader/declarations';
import { Account } from './account.entity';

/** Colleagues' names are visible to people, not to screens: a room needs no names of officials. */
export const accountPolicy: RowPolicy = {
  of: Account,
  readable: (actor) => (actor.roles.every((held) => held.role === 'DISPLAY') ? 'none' : 'all'),
};
