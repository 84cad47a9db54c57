import { listGap, refusalsOfRows, shortNameOf } from './appendix-rows.rules';

const row = (number: number, title: string, startsOn = '2021-08-01', dueOn = '2021-12-31') => ({
  number,
  title,
  startsOn,
  dueOn,
});
const refused = (...given: Parameters<typeof refusalsOfRows>) =>
  refusalsOfRows(...given).map(({ code, path }) => `${code} ${path.join('.')}`);

test('rows that fit are not refused', () => {
  expect(refused([row(1, 'Đề án A'), row(32, 'Đề án B')], [{ number: 2, title: 'Đề án C' }], 32)).toEqual([]);
});

test('an appendix row twice is refused, by its number or by its title', () => {
  const standing = [{ number: 1, title: 'Đề án A' }];
  expect(refused([row(1, 'Đề án B')], standing, 32)).toEqual(['CONFLICT input.rows.0.number']);
  expect(refused([row(2, ' đề án  a ')], standing, 32)).toEqual(['CONFLICT input.rows.0.title']);
  expect(refused([row(2, 'Đề án B'), row(2, 'Đề án C')], [], 32)).toEqual(['CONFLICT input.rows.1.number']);
});

test('a row beyond the list, and dates that contradict, are refused', () => {
  expect(refused([row(33, 'Đề án A')], [], 32)).toEqual(['INVALID input.rows.0.number']);
  expect(refused([row(1, 'Đề án A', '2021-12-31', '2021-08-01')], [], 32)).toEqual(['INVALID input.rows.0.dueOn']);
});

test('a list that holds fewer rows than it must says how many (R1)', () => {
  expect(listGap({ code: 'PL', expectedCount: 32, actualCount: 32 })).toBeNull();
  expect(listGap({ code: 'PL', expectedCount: 32, actualCount: 31 })!.message.vi).toContain('31/32');
});

test('a short name is cut between words', () => {
  expect(shortNameOf('Đề án phát triển thị trường khoa học')).toBe('Đề án phát triển thị');
  expect(shortNameOf('Ngắn')).toBe('Ngắn');
  expect(shortNameOf('x'.repeat(40))).toHaveLength(24);
});
