import type { Language } from './language';

/** Vietnam keeps no daylight saving time, so its clock is a fixed offset. */
const HANOI_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** More decimals than any indicator is measured with. */
const EXACT_DECIMALS = 8;

const COMPACT_UNITS: readonly { from: number; vi: string; en: string }[] = [
  { from: 1e9, vi: ' tỷ', en: 'bn' },
  { from: 1e6, vi: ' triệu', en: 'm' },
  { from: 1e3, vi: ' nghìn', en: 'k' },
];

/** `1.234,5` (or `1,234.5`): at most `decimals` decimals, no trailing zeros, a true minus sign. */
export function formatNumber(value: number, language: Language, decimals = 2): string {
  const [whole = '0', fraction = ''] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'vi' ? '.' : ',');
  const kept = fraction.replace(/0+$/, '');
  const text = kept === '' ? grouped : `${grouped}${language === 'vi' ? ',' : '.'}${kept}`;
  return value < 0 && Number(value.toFixed(decimals)) !== 0 ? `−${text}` : text;
}

/** A number as it is stored, all its decimals: what a field says that it understood. A lone group of three decimals gets a zero more, so that it reads as no thousands. */
export function formatExact(value: number, language: Language): string {
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const text = formatNumber(value, language, Math.min(decimals, EXACT_DECIMALS));
  return /^\D?\d{1,3}[.,]\d{3}$/.test(text) && !Number.isInteger(value) ? `${text}0` : text;
}

/**
 * A number for a wall: from five digits on in words, `12,8 nghìn`, since more digits do not fit and are not read. What rounding would make a thousand of one unit is
 * one of the next. Beside `goal` it is never rounded to it: 79,996 of 80 is `79,99`.
 */
export function formatForWall(value: number, language: Language, goal?: number | null): string {
  const text = wallText(value, language);
  if (goal == null || value === goal || text !== wallText(goal, language)) return text;
  const unit = unitOf(Math.abs(value));
  const decimals = unit === undefined ? 2 : 1;
  const scaled = (value / (unit?.from ?? 1)) * 10 ** decimals;
  const short = (value < goal ? Math.floor(scaled) : Math.ceil(scaled)) / 10 ** decimals;
  return `${formatNumber(short, language, decimals)}${unit?.[language] ?? ''}`;
}

function wallText(value: number, language: Language): string {
  const size = Math.abs(value);
  const unit = unitOf(Number(size.toFixed(2)));
  if (unit === undefined) return formatNumber(value, language);
  const larger = COMPACT_UNITS[COMPACT_UNITS.indexOf(unit) - 1];
  const isThousand = Number((size / unit.from).toFixed(1)) >= 1_000;
  const shown = larger !== undefined && isThousand ? larger : unit;
  return `${formatNumber(value / shown.from, language, 1)}${shown[language]}`;
}

function unitOf(size: number): (typeof COMPACT_UNITS)[number] | undefined {
  return size < 10_000 ? undefined : COMPACT_UNITS.find(({ from }) => size >= from);
}

const CURRENCIES: Readonly<Record<string, string>> = { VND: 'đồng', USD: 'USD', EUR: 'EUR', JPY: 'JPY' };

/** An amount of money of whole units: `185 tỷ đồng`, `2,5 triệu USD` (or `VND 185bn`). */
export function formatAmount(amount: string, currency: string, language: Language): string {
  const text = formatForWall(Number(amount), language);
  return language === 'vi' ? `${text} ${CURRENCIES[currency] ?? currency}` : `${currency} ${text}`;
}

/** `93,5%`. What is below 100 is never rounded to it: it would read as done. */
export function formatPercent(value: number, language: Language): string {
  const shown = value < 100 && Number(value.toFixed(2)) >= 100 ? 99.99 : value;
  return `${formatNumber(shown, language)}%`;
}

/** A difference with its sign: `+4,1`, `−0,6`; zero is `0`. */
export function formatDelta(value: number, language: Language): string {
  const text = formatForWall(value, language);
  return value > 0 && text !== '0' ? `+${text}` : text;
}

/** `14/11/2023` from a calendar date `2023-11-14`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** `14/11` from a calendar date. */
export function formatDayMonth(date: string): string {
  return formatDate(date).slice(0, 5);
}

/** The calendar date in Hanoi at a moment (milliseconds or ISO 8601). */
export function dateInHanoi(moment: number | string): string {
  return inHanoi(moment).slice(0, 10);
}

/** `14:32` in Hanoi. */
export function formatTime(moment: number | string): string {
  return inHanoi(moment).slice(11, 16);
}

/** `14:32 14/11/2023` in Hanoi. */
export function formatDateTime(moment: number | string): string {
  return `${formatTime(moment)} ${formatDate(dateInHanoi(moment))}`;
}

const HALVES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  H1: { vi: '6 tháng đầu năm', en: 'first half of' },
  H2: { vi: '6 tháng cuối năm', en: 'second half of' },
};

/** `Q3/2023` from `2023-Q3`, `07/2023`, `2023`; a half-year in words: `6 tháng đầu năm 2023`. */
export function formatPeriod(period: string, language: Language): string {
  const [year, part] = period.split('-');
  if (part === undefined) return period;
  const half = HALVES[part];
  return half === undefined ? `${part}/${year}` : `${half[language]} ${year}`;
}

/** A period as briefly as it stays clear: without its year in that year (`Q3`), with two digits of another (`Q4/22`); half-years by their words. */
export function shortPeriod(period: string, thisYear: string, halves: readonly string[]): string {
  const [year = period, part] = period.split('-');
  if (part === undefined) return year;
  const name = part.startsWith('H') ? (halves[Number(part.slice(1)) - 1] ?? part) : part;
  return year === thisYear ? name : `${name}/${year.slice(2)}`;
}

/** The quarter of a calendar date and the days that remain in it after that date. */
export function quarterOf(date: string): { label: string; daysLeft: number } {
  const year = Number(date.slice(0, 4));
  const quarter = Math.ceil(Number(date.slice(5, 7)) / 3);
  return { label: `Q${quarter}/${year}`, daysLeft: daysBetween(date, isoDate(Date.UTC(year, quarter * 3, 0))) };
}

/** Whole days from one calendar date to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

function inHanoi(moment: number | string): string {
  const milliseconds = typeof moment === 'number' ? moment : Date.parse(moment);
  return new Date(milliseconds + HANOI_OFFSET_MS).toISOString();
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
