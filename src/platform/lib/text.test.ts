import fc from 'fast-check';
import { isCleanText, normaliseTexts } from './text';

test.each([
  ['Vietnamese', 'Sở Thông tin và Truyền thông'],
  ['lines and tabs', 'một\n\thai\r\nba'],
  ['a pair of surrogates', '✅ 👍🏽'],
  ['nothing', ''],
])('%s is clean', (_name, text) => {
  expect(isCleanText(text)).toBe(true);
});

test.each([
  ['NUL', 'a\u0000'],
  ['escape', '\u001b[2J'],
  ['delete', 'a\u007f'],
  ['a high surrogate alone', 'a\ud83d'],
  ['a low surrogate alone', '\ude00a'],
  ['surrogates the wrong way round', '\ude00\ud83d'],
  ['a right-to-left override', 'a\u202eb'],
  ['an embedding', '\u202aa\u202c'],
  ['an isolate', '\u2067a\u2069'],
  ['the mark of a letter that was lost', 'Ho\ufffdn th\ufffdnh'],
])('%s is not clean', (_name, text) => {
  expect(isCleanText(text)).toBe(false);
});

test('texts are brought into NFC wherever they stand; everything else stays', () => {
  const decomposed = 'Tiến độ'.normalize('NFD');
  const when = new Date(0);
  const value = { a: decomposed, b: [decomposed, 1, null], c: { d: decomposed }, when, missing: undefined };
  expect(normaliseTexts(value)).toEqual({
    a: 'Tiến độ',
    b: ['Tiến độ', 1, null],
    c: { d: 'Tiến độ' },
    when,
    missing: undefined,
  });
});

test('normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normaliseTexts(text);
      expect(normaliseTexts(once)).toBe(once);
      expect(once).toBe(text.normalize('NFC'));
    }),
  );
});
