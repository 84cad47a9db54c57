import type { Actor } from '../../src/platform/access/actor';

/** Somebody with no roles, for tests that need an actor and no database. */
export function makeActor(given: Partial<Actor> = {}): Actor {
  return {
    accountId: '00000000-0000-0000-0000-000000000001',
    displayName: 'Made',
    email: 'made@made.test',
    unitId: null,
    roles: [],
    tokenId: '00000000-0000-0000-0000-000000000002',
    tokenExpiresAt: new Date('2100-01-01T00:00:00Z'),
    ...given,
  };
}
