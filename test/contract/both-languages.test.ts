import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { says } from '../../src/platform/lib/says';
import { oneSidedTexts } from './one-sided-texts';

const SRC = join(__dirname, '..', '..', 'src');

test('whatever the server says is said in Vietnamese and in English', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.test)\.ts$/.test(file) && !file.startsWith('web'),
  );
  expect(files.length).toBeGreaterThan(400);
  expect(files.flatMap((file) => oneSidedTexts(`src/${file}`, readFileSync(join(SRC, file), 'utf8')))).toEqual([]);
});

describe('would be noticed, by its place and its words:', () => {
  const planted = (source: string) => oneSidedTexts('src/work/planted.ts', source);

  test.each([
    ['a command', `defineCommand({ description: says('Reviews it.', 'Reviews it.') })`],
    ['an event', `declareEvents({ IT_REVIEWED: { description: says('Reviews it.', 'It was reviewed.') } })`],
    ['a refusal', `throw refuse('CONFLICT', PATH, 'Too late.', 'Too late. Ask for an adjustment.')`],
    [
      'a refusal in one piece',
      `const missing = { code: 'INVALID', path, message: { vi: 'Too late.', en: 'Too late.' } }`,
    ],
    ['one branch', `refuse('CONFLICT', PATH, isLate ? 'Too late.' : 'Too early.', 'Not now.')`],
    ['what is put together', 'refuse("CONFLICT", PATH, `Too late for ${period}.`, `Too late for ${period}.`)'],
  ])('%s without Vietnamese', (_what, source) => {
    expect(planted(source)).toEqual([
      expect.stringMatching(/^src\/work\/planted\.ts:1 is not in Vietnamese: “(Too|Reviews) /),
    ]);
  });

  test('one without English', () => {
    expect(planted(`\nrefuse('CLOSED', PATH, 'Kỳ đã khóa.', 'Kỳ đã khóa.')`)).toEqual([
      'src/work/planted.ts:2 is not in English: “Kỳ đã khóa.”',
    ]);
    expect(planted(`refuse('CLOSED', PATH, 'Kỳ đã khóa.', '')`)).toEqual([
      'src/work/planted.ts:1 says nothing in English: “Kỳ đã khóa.”',
    ]);
    expect(planted(`const message = { vi: 'Kỳ đã khóa.' }`)).toEqual(['src/work/planted.ts:1 has no English']);
  });

  test('nothing that is said in both', () => {
    expect(planted('refuse("CLOSED", PATH, `Kỳ “${period}” đã khóa.`, `“${period}” is locked (đồng, “Kỳ”).`)')).toEqual(
      [],
    );
  });
});

test('a description in one language ends the program at its start, with its words', () => {
  expect(() => says('Rà soát.', '')).toThrow('Not said in Vietnamese and in English: “Rà soát.” “”.');
  expect(() => says('Rà soát.', 'Rà soát.')).toThrow('“Rà soát.” “Rà soát.”');
  expect(says('Rà soát.', 'Reviews.')).toBe('Rà soát.\nReviews.');
});
