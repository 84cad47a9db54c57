import { PersistedTexts } from './persisted-texts';

const LONG = 'x'.repeat(200_000);

test('texts are kept up to a number of bytes for each account, the latest longest; those of others stay', () => {
  const texts = new PersistedTexts();
  texts.add('other', LONG, 'ac_2');
  for (let number = 0; number < 10; number += 1) texts.add(String(number), LONG, 'ac_1');
  const kept = Array.from({ length: 10 }, (_, number) => number).filter((number) => texts.get(String(number)));
  // two bytes a letter: five of them are a little less than 2 MB
  expect(kept).toEqual([5, 6, 7, 8, 9]);
  expect(texts.get('other')).toBe(LONG);
});

test('a text that alone is more than a quarter of that is not kept, nor is a stranger’s', () => {
  const texts = new PersistedTexts();
  texts.add('a', 'x'.repeat(300_000), 'ac_1');
  texts.add('b', '{ meta { today } }', null);
  expect([texts.get('a'), texts.get('b')]).toEqual([undefined, undefined]);
});
