import { domains } from '../../src/domains';
import { type Actor, ROLES } from '../../src/platform/access/actor';

const told = domains.flatMap(({ policies = [] }) => policies).filter(({ by }) => by !== undefined);

function holding(role: Actor['roles'][number]['role'], unitId: string | null): Actor {
  const account = { accountId: 'a', displayName: '', email: '', unitId, tokenId: 't', tokenExpiresAt: new Date(0) };
  return { ...account, roles: [{ role, unitId }] };
}

test('some policy says by which properties it judges', () => {
  expect(told.map(({ of }) => of.name)).toContain('ProgressReport');
});

test.each(told.map((policy) => [policy.of.name, policy] as const))(
  'the rule of %s looks at no column beside the properties that its policy names, whoever asks',
  (_name, { by, readable }) => {
    const looked = ROLES.flatMap((role) => ['u', null].map((unitId) => holding(role, unitId))).flatMap((actor) => {
      const rule = readable(actor);
      if (typeof rule === 'string') return [];
      const sql = rule(
        'k',
        () => '$1',
        (name) => name,
      );
      const named = by!(actor).map((property) => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
      return [...sql.matchAll(/\bk\."?(\w+)"?/g)].map(([, column]) => ({
        column: column!,
        isNamed: named.includes(column!),
      }));
    });
    expect(looked.length).toBeGreaterThan(0);
    expect(looked.filter(({ isNamed }) => !isNamed)).toEqual([]);
  },
);
