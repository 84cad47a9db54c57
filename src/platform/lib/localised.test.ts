import { languageOf } from './localised';

test.each([
  [undefined, 'vi'],
  [null, 'vi'],
  ['', 'vi'],
  ['*', 'vi'],
  ['fr-FR', 'vi'],
  ['en', 'en'],
  ['EN-gb', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en-GB,en;q=0.9,vi;q=0.5', 'en'],
  ['vi;q=0.4, en;q=0.6', 'en'],
  ['fr, en;q=0.2', 'en'],
  ['en;q=0, vi;q=0.1', 'vi'],
  ['en;q=0', 'vi'],
  ['en;q=nonsense', 'vi'],
  ['en-US, vi;q=0.9, en;q=0.8', 'en'],
  [';;;,,,', 'vi'],
])('of %j, %s is spoken', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
