import fc from 'fast-check';
import { DomainError } from '../../platform/lib/domain-error';
import { assertNoOverlap, assertSpan, type RoleSpan } from './role-span.rules';

const span = (validFrom: string | null, validTo: string | null): RoleSpan => ({ validFrom, validTo });

function pathsOf(work: () => void): string[] {
  try {
    work();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return error.refusals.map(({ path }) => path.join('.'));
    throw error;
  }
}

test('a span lasts until today at least and ends no sooner than it begins; all that is wrong is said at once', () => {
  const paths = (validFrom: string | null, validTo: string | null) =>
    pathsOf(() => assertSpan(span(validFrom, validTo), '2023-11-14'));
  expect(paths(null, null)).toEqual([]);
  expect(paths('2020-01-01', null)).toEqual([]);
  expect(paths('2023-11-20', '2023-11-20')).toEqual([]);
  expect(paths(null, '2023-11-14')).toEqual([]);
  expect(paths(null, '2023-11-13')).toEqual(['input.validTo']);
  expect(paths('2023-11-21', '2023-11-20')).toEqual(['input.validFrom']);
  expect(paths('2023-11-13', '2023-11-12')).toEqual(['input.validTo', 'input.validFrom']);
});

test('a role is not given twice for one day, whatever bounds are open', () => {
  const day = fc.integer({ min: 1, max: 9 });
  const bound = fc.option(day, { nil: null });
  const spans = fc.tuple(bound, bound).filter(([from, to]) => from === null || to === null || from <= to);
  const dateOf = (of: number | null) => (of === null ? null : `2023-11-0${of}`);
  fc.assert(
    fc.property(spans, spans, ([from, to], [otherFrom, otherTo]) => {
      // an open bound lies beyond every day that a span can name
      const days = (first: number | null, last: number | null) =>
        Array.from({ length: 11 }, (_, index) => index).filter((of) => of >= (first ?? 0) && of <= (last ?? 10));
      const isShared = days(from, to).some((of) => days(otherFrom, otherTo).includes(of));
      const refused = pathsOf(() =>
        assertNoOverlap([span(dateOf(otherFrom), dateOf(otherTo))], span(dateOf(from), dateOf(to))),
      );
      expect(refused).toEqual(isShared ? ['input.validFrom'] : []);
    }),
  );
});
