import type { Language } from './language';

/** What a typed text says as a number: one value, two that it may equally mean, or none. */
export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** First the value with a decimal separator, then the one with a separator of thousands. */
  | { readonly kind: 'ambiguous'; readonly values: readonly [number, number] }
  | { readonly kind: 'none' };

const NONE: NumberReading = { kind: 'none' };

/** The words in which large numbers are written on our own pages. */
const UNITS: Readonly<Record<string, number>> = {
  tỷ: 1e9,
  triệu: 1e6,
  nghìn: 1e3,
  ngàn: 1e3,
  bn: 1e9,
  m: 1e6,
  k: 1e3,
};

const WRITTEN = /^([+-]?)([\d.,' ]*\d)(?: ?([\p{L}]+))?$/u;

/**
 * Reads a number as people of both languages type it, and everything that our pages write. A lone separator before exactly three digits may be one
 * of decimals or of thousands: it is read as thousands where the page's language writes thousands so (`2.350` on a Vietnamese page), and is
 * ambiguous otherwise (`2,350` there). Everything else has one reading, or none: `97,5`, `97.5`, `1.234,5`, `1,234.5`, `1 234`, `12,8 nghìn`.
 */
export function readNumber(text: string, language: Language): NumberReading {
  const plain = text
    .normalize('NFC')
    .trim()
    .replace(/\s*%$/, '')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u202f\u00a0]+/g, ' ')
    .toLowerCase();
  const [, sign = '', digits = '', word] = WRITTEN.exec(plain) ?? [];
  const unit = word === undefined ? 1 : UNITS[word];
  if (digits === '' || unit === undefined) return NONE;
  const factor = sign === '-' ? -unit : unit;
  return scaled(readDigits(digits, language), factor);
}

/** The value of a text that has exactly one; null otherwise. */
export function numberOf(text: string, language: Language): number | null {
  const reading = readNumber(text, language);
  return reading.kind === 'number' ? reading.value : null;
}

function readDigits(digits: string, language: Language): NumberReading {
  const decimal = asDecimal(digits);
  const grouped = asGrouped(digits);
  if (decimal === null) return grouped === null ? NONE : { kind: 'number', value: grouped };
  if (grouped === null || grouped === decimal) return { kind: 'number', value: decimal };
  const ownGroups = language === 'vi' ? '.' : ',';
  return digits.includes(ownGroups)
    ? { kind: 'number', value: grouped }
    : { kind: 'ambiguous', values: [decimal, grouped] };
}

/** Read with at most one separator, before decimals. */
function asDecimal(digits: string): number | null {
  return /^\d+(?:[.,]\d+)?$/.test(digits) ? Number(digits.replace(',', '.')) : null;
}

/** Read as thousands in threes, all by one separator, and decimals behind another one. A group never begins with a zero. */
function asGrouped(digits: string): number | null {
  const match = /^([1-9]\d{0,2})([.,' ])\d{3}(?:\2\d{3})*(?:([.,])\d+)?$/.exec(digits);
  const [, , separator, point] = match ?? [];
  if (separator === undefined || point === separator) return null;
  const whole = digits.replaceAll(separator, '');
  return Number(point === undefined ? whole : whole.replace(point, '.'));
}

function scaled(reading: NumberReading, factor: number): NumberReading {
  // what was typed has few digits: 12.8 × 1e3 must be 12800, and not 12800.000000000002
  const times = (value: number) => Number((value * factor).toPrecision(15)) || 0;
  if (reading.kind === 'none') return reading;
  if (reading.kind === 'number') return { kind: 'number', value: times(reading.value) };
  return { kind: 'ambiguous', values: [times(reading.values[0]), times(reading.values[1])] };
}
