import type { EntityClass, RowPolicy } from './declarations';

/** The policy of a type whose rows every signed-in account may see: the programme's public frame. */
export function visibleToAll(of: EntityClass): RowPolicy {
  return { of, readable: () => 'all' };
}
