import fc from 'fast-check';
import { formatDelta, formatExact, formatForWall, formatNumber, formatPercent } from './format';
import type { Language } from './language';
import { readNumber } from './read-number';

const languages = fc.constantFrom<Language>('vi', 'en');
/** Numbers of two decimals, of every size that a city counts. */
const hundredths = fc
  .tuple(fc.constantFrom(1, 10, 1e3, 1e5, 1e8), fc.integer({ min: -99_999, max: 99_999 }))
  .map(([size, count]) => (size * count) / 100);
const RUNS = { numRuns: 300 };

function meant(text: string, language: Language): readonly number[] {
  const reading = readNumber(text, language);
  if (reading.kind === 'none') return [];
  return reading.kind === 'number' ? [reading.value] : reading.values;
}

describe('a number that the page writes', () => {
  it('is read back as itself, in both languages', () => {
    fc.assert(
      fc.property(hundredths, languages, (value, language) => {
        const own = [formatNumber(value, language), formatPercent(value, language), formatExact(value, language)];
        expect(own.map((text) => meant(text, language))).toEqual(own.map(() => [value]));
      }),
      RUNS,
    );
  });

  it('is read back as what it says when it is a difference or is put in words', () => {
    fc.assert(
      fc.property(hundredths, languages, (value, language) => {
        for (const text of [formatForWall(value, language), formatDelta(value, language)]) {
          const [read, ...others] = meant(text, language);
          expect(others).toEqual([]);
          // in words one decimal is kept of at least 1,0
          expect(Math.abs((read ?? NaN) - value)).toBeLessThanOrEqual(Math.abs(value) * 0.05);
        }
      }),
      RUNS,
    );
  });

  it('is never taken for another one on a page of the other language: it is read aright, or asked about', () => {
    fc.assert(
      fc.property(hundredths, languages, languages, (value, written, read) => {
        expect(meant(formatNumber(value, written), read)).toContain(value);
      }),
      RUNS,
    );
  });
});

describe('a number typed by hand', () => {
  it('with a lone separator before three digits is thousands where the page writes them so, and else asked about', () => {
    expect(readNumber('2.350', 'vi')).toEqual({ kind: 'number', value: 2350 });
    expect(readNumber('2,350', 'en')).toEqual({ kind: 'number', value: 2350 });
    expect(readNumber('2,350', 'vi')).toEqual({ kind: 'ambiguous', values: [2.35, 2350] });
    expect(readNumber('2.350', 'en')).toEqual({ kind: 'ambiguous', values: [2.35, 2350] });
  });

  it('may have a comma or a point', () => {
    for (const text of ['97,5', '97.5', ' 97,5 % ', '+97,5']) expect(meant(text, 'vi')).toEqual([97.5]);
    expect(meant('0,125', 'vi')).toEqual([0.125]);
    expect(meant('3,1250', 'vi')).toEqual([3.125]);
    expect(meant('1234.567', 'vi')).toEqual([1234.567]);
  });

  it('may be grouped in the way of either language where that leaves one reading', () => {
    for (const text of ['1.234.567,5', '1,234,567.5', '1 234 567,5', '1\u202f234\u202f567,5']) {
      expect(meant(text, 'vi')).toEqual([1_234_567.5]);
      expect(meant(text, 'en')).toEqual([1_234_567.5]);
    }
  });

  it('may name thousands and millions', () => {
    expect(meant('12,8 nghìn', 'vi')).toEqual([12_800]);
    expect(meant('1,2 tỷ', 'vi')).toEqual([1_200_000_000]);
    expect(meant('12.8k', 'en')).toEqual([12_800]);
  });

  it('is refused when it is no number, or its digits are grouped in no known way', () => {
    const texts = ['chín mươi', '', '12,', '97 5', '1.23.4', '1.2345,6', '12.34.567', '1,5 đồng', '--1', '1e5', ','];
    for (const text of texts) expect(readNumber(text, 'vi')).toEqual({ kind: 'none' });
  });
});
