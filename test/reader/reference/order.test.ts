import { orderedRows } from './execute';
import type { OrderInput } from './order';
import { smallWorld } from './small-world';

const UNITS = [
  { id: '1', code: 'b', name: 'đa', kind: 'ANT', weight: 10, period: '2023', parentId: '2' },
  {
    id: '2',
    code: 'B',
    name: 'da',
    kind: 'ZEBRA',
    weight: 9,
    isSample: true,
    freshness: { ageDays: 5, isStale: true },
  },
  { id: '3', code: 'đ', name: null, kind: null, weight: null, isSample: false, parentId: '1' },
  { id: '4', code: 'e', name: 'Ea', kind: 'ANT', weight: 9, isSample: true },
];

function ordered(...orderBy: OrderInput[]): string {
  const seen = smallWorld(UNITS);
  return orderedRows(seen, 'Unit', seen.all('Unit'), { orderBy })
    .map(({ id }) => id)
    .join('');
}

test.each<[string, OrderInput[], string]>([
  ['the type’s own order: codes as a Vietnamese reader counts', [], '1234'],
  ['names as a Vietnamese reader expects, empty ones last', [{ name: 'ASC' }], '2143'],
  ['empty values first in descending order', [{ name: 'DESC' }], '3412'],
  ['enums by the schema’s order', [{ kind: 'ASC' }], '2143'],
  ['ties by the id, in the direction of the last key', [{ weight: 'DESC' }], '3142'],
  ['several keys', [{ weight: 'ASC' }, { name: 'DESC' }], '4213'],
  ['truth values, false first', [{ isSample: 'ASC' }], '3241'],
  ['through a relation; rows without one last', [{ parent: { name: 'ASC' } }], '1324'],
  ['by a member of an object', [{ freshness: { ageDays: 'ASC' } }], '2134'],
  ['codes through a relation, as a Vietnamese reader counts', [{ parent: { code: 'DESC' } }], '4213'],
  ['by id', [{ id: 'DESC' }], '4321'],
])('%s', (_name, orderBy, expected) => {
  expect(ordered(...orderBy)).toBe(expected);
});
