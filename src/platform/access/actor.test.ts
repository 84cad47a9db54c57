import fc from 'fast-check';
import { type Actor, type HeldRole, hasRole, hasRoleFor, rightsKeyOf, ROLES, unitsOf } from './actor';

function actor(roles: readonly HeldRole[], accountId = 'me'): Actor {
  return { accountId, displayName: '', email: '', unitId: null, roles, tokenId: '', tokenExpiresAt: new Date(0) };
}

const held = fc.record({ role: fc.constantFrom(...ROLES), unitId: fc.constantFrom('one', 'two', null) });

test('a role for one unit is none for another, and a role without a unit is none for any', () => {
  const reporter = actor([
    { role: 'REPORTER', unitId: 'one' },
    { role: 'APPROVER', unitId: null },
  ]);
  expect(hasRoleFor(reporter, 'REPORTER', 'one')).toBe(true);
  expect(hasRoleFor(reporter, 'REPORTER', 'two')).toBe(false);
  expect(hasRoleFor(reporter, 'APPROVER', 'one')).toBe(false);
  expect(hasRole(reporter, 'ANALYST', 'APPROVER')).toBe(true);
  expect(hasRole(reporter, 'ANALYST')).toBe(false);
  expect(unitsOf(reporter, 'REPORTER', 'APPROVER')).toEqual(['one']);
});

test('two actors have one rights key exactly when they hold the same roles for the same units', () => {
  const setOf = (roles: readonly HeldRole[]) => JSON.stringify(roles.map(({ role, unitId }) => [role, unitId]).sort());
  fc.assert(
    fc.property(fc.array(held), fc.array(held), (left, right) => {
      const same = rightsKeyOf(actor(left, 'a')) === rightsKeyOf(actor(right, 'b'));
      expect(same).toBe(setOf(left) === setOf(right));
    }),
  );
  fc.assert(
    fc.property(fc.shuffledSubarray([...ROLES]), (roles) => {
      const shuffled = roles.map((role) => ({ role, unitId: null }));
      expect(rightsKeyOf(actor(shuffled))).toBe(rightsKeyOf(actor([...shuffled].reverse())));
    }),
  );
});

test('a stranger’s rights are nobody’s else, not even of an account without roles', () => {
  expect(rightsKeyOf(null)).not.toBe(rightsKeyOf(actor([])));
});
