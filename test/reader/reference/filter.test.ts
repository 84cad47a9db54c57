import { type Filter, holds } from './filter';
import { smallWorld } from './small-world';

const FULL = {
  id: '1',
  code: 'a%b',
  name: 'Đường Láng',
  weight: 0.5,
  kind: 'ANT',
  dueOn: '2023-11-14',
  at: '2023-11-14T01:00:00.000Z',
  isSample: true,
  parentId: '2',
  freshness: { ageDays: 3, isStale: false },
};
const BARE = { id: '2', code: 'z', isSample: false };
const HIDDEN = { id: '9', value: 9, state: 'PROVISIONAL', unitId: '1' };
const SHOWN = { id: '8', value: 1, unitId: '1' };

const seen = smallWorld([FULL, BARE], [HIDDEN, SHOWN]);
const [full, bare] = seen.all('Unit');

/** For which of the two rows a filter holds: the one with every value, the one with hardly any. */
function holding(filter: Filter): string {
  return [holds(seen, full!, filter) ? 'full' : '', holds(seen, bare!, filter) ? 'bare' : ''].join(' ').trim();
}

test.each<[string, Filter, string]>([
  ['nothing holds for every row', {}, 'full bare'],
  ['an absent entry says nothing', { name: null }, 'full bare'],
  ['a comparison of nothing says nothing', { name: {} }, 'full bare'],
  ['and of none', { and: [] }, 'full bare'],
  ['or of none', { or: [] }, ''],
  ['or', { or: [{ code: { eq: 'z' } }, { kind: { eq: 'ANT' } }] }, 'full bare'],
  ['not is the complement, for empty values too', { not: { name: { eq: 'Đường Láng' } } }, 'bare'],
  ['not of nothing', { not: {} }, ''],
  ['every entry must hold', { name: { ne: 'x' }, code: { eq: 'z' } }, 'bare'],
  ['eq null', { name: { eq: null } }, 'bare'],
  ['ne null', { name: { ne: null } }, 'full'],
  ['ne holds for empty values', { name: { ne: 'Đường Láng' } }, 'bare'],
  ['in', { code: { in: ['z', 'y'] } }, 'bare'],
  ['in of none', { name: { in: [] } }, ''],
  ['notIn of none', { name: { notIn: [] } }, 'full bare'],
  ['notIn holds for empty values', { name: { notIn: ['Đường Láng'] } }, 'bare'],
  ['isNull', { weight: { isNull: true } }, 'bare'],
  ['not isNull', { weight: { isNull: false } }, 'full'],
  ['an operator that is null is not given', { weight: { lt: null, isNull: null } }, 'full bare'],
  ['numbers', { weight: { gte: 0.5, lt: 0.6 } }, 'full'],
  ['what is empty is neither less nor greater', { or: [{ weight: { lt: 9 } }, { weight: { gte: 9 } }] }, 'full'],
  ['dates', { dueOn: { lte: '2023-11-14', gt: '2023-11-13' } }, 'full'],
  ['moments, whatever their offset', { at: { eq: '2023-11-14T08:00:00+07:00' } }, 'full'],
  ['moments before', { at: { lt: '2023-11-14T08:00:00.001+07:00' } }, 'full'],
  ['truth values', { isSample: { eq: false } }, 'bare'],
  ['texts equal by their bytes', { name: { eq: 'đường láng' } }, ''],
  ['đ stands after d and before e', { name: { gt: 'dz', lt: 'e' } }, 'full'],
  ['contains, without marks and case', { name: { contains: 'NG LA' } }, 'full'],
  ['contains, with other marks', { name: { contains: 'DƯỜNG'.normalize('NFD') } }, 'full'],
  ['contains the empty text', { name: { contains: '' } }, 'full'],
  ['startsWith', { name: { startsWith: 'duong' } }, 'full'],
  ['startsWith what stands in the middle', { name: { startsWith: 'lang' } }, ''],
  ['signs are taken as they are', { code: { contains: '%' } }, 'full'],
  ['ids', { id: { eq: 'un_1' } }, 'full'],
  ['ids of another type equal nothing', { id: { eq: 'me_1' } }, ''],
  ['ids of the past name the same row', { id: { in: ['un_2@1.7'] } }, 'bare'],
  ['a relation that is there', { parent: {} }, 'full'],
  ['a relation that matches', { parent: { code: { eq: 'z' } } }, 'full'],
  ['a relation that is not there is not another one', { parent: { code: { ne: 'z' } } }, ''],
  ['members of an object', { freshness: { ageDays: { gt: 2 } } }, 'full'],
  ['members of an object that is not there are empty', { freshness: { isStale: { eq: null } } }, 'bare'],
  ['some', { measurements: { some: {} } }, 'full'],
  ['some sees no hidden row', { measurements: { some: { value: { eq: 9 } } } }, ''],
  ['none', { measurements: { none: { value: { eq: 9 } } } }, 'full bare'],
  ['every, of visible rows alone', { measurements: { every: { value: { eq: 1 } } } }, 'full bare'],
  ['every, of no rows', { measurements: { every: { value: { eq: 2 } } } }, 'bare'],
])('%s', (_name, filter, expected) => {
  expect(holding(filter)).toBe(expected);
});
