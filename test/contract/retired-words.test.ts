import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { retiredIn, retiredWords } from './retired-words';

const ROOT = join(__dirname, '..', '..');
const GLOSSARY = 'docs/glossary.md';
const words = retiredWords(readFileSync(join(ROOT, GLOSSARY), 'utf8'));

/** The sources and pages of a folder; the glossary itself names what is retired. */
function filesOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /\.(tsx?|md)$/.test(file) && file !== GLOSSARY && !file.includes('/generated/'));
}

test('a word that is retired does not come back', () => {
  expect(words.length).toBeGreaterThan(5);
  expect(words.filter(({ goneFrom }) => goneFrom.length === 0)).toEqual([]);
  const files = [...new Set(words.flatMap(({ goneFrom }) => goneFrom.flatMap(filesOf)))];
  expect(files.flatMap((file) => retiredIn(file, readFileSync(join(ROOT, file), 'utf8'), words))).toEqual([]);
});

test('one that does is told with its place and with what is said now', () => {
  const text = ['// The clarity gate holds it.', 'RightsGate, rights-gate.ts, delegates', '// Followers react.'].join(
    '\n',
  );
  expect(retiredIn('src/work/planted.ts', text, words)).toEqual([
    'src/work/planted.ts:1 says “gate”: say “precondition”',
    'src/work/planted.ts:3 says “follower”: say “reaction”',
  ]);
  expect(retiredIn('bench/planted.ts', text, words)).toEqual([]);
});
