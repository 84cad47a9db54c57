import { takeTruncations } from './truncation';

test('a mark at the end of a list is taken out, and said with its path', () => {
  const text =
    '{"groups":[{"count":1},{"count":2.50},{"#truncated":237}],"nodes":[{"groups":[{"n":1},{"#truncated":2}]}]}';
  expect(takeTruncations(text, ['items'])).toEqual({
    text: '{"groups":[{"count":1},{"count":2.50}],"nodes":[{"groups":[{"n":1}]}]}',
    truncated: [
      { path: ['items', 'groups'], shown: 2, total: 237 },
      { path: ['items', 'nodes', 0, 'groups'], shown: 1, total: 2 },
    ],
  });
});

test('a text of a user that looks like a mark stays as it is', () => {
  const text = JSON.stringify({ title: ',{"#truncated":7}', titles: ['x', '{"#truncated":7}'] });
  expect(takeTruncations(text, [])).toEqual({ text, truncated: [] });
});

test('an answer without a mark is not touched', () => {
  const text = '{"a":[1,2]}';
  expect(takeTruncations(text, [])).toEqual({ text, truncated: [] });
});
