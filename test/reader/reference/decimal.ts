/** A decimal number, exactly: its digits, and how many of them stand behind the point. */
interface Decimal {
  readonly digits: bigint;
  readonly scale: number;
}

/** Digits behind the point of a mean. */
const MEAN_SCALE = 6;

/** The exact sum of decimal numbers, as the nearest number. */
export function exactSum(values: readonly number[]): number {
  return toNumber(sum(values));
}

/** The mean of decimal numbers: computed exactly, then rounded to six digits behind the point, halves away from zero. */
export function exactMean(values: readonly number[]): number {
  const { digits, scale } = sum(values);
  const divisor = BigInt(values.length) * 10n ** BigInt(scale);
  const size = (digits < 0n ? -digits : digits) * 10n ** BigInt(MEAN_SCALE);
  const rounded = (2n * size + divisor) / (2n * divisor);
  return toNumber({ digits: digits < 0n ? -rounded : rounded, scale: MEAN_SCALE });
}

function sum(values: readonly number[]): Decimal {
  const decimals = values.map(toDecimal);
  const scale = Math.max(0, ...decimals.map((decimal) => decimal.scale));
  const digits = decimals.reduce((total, decimal) => total + decimal.digits * 10n ** BigInt(scale - decimal.scale), 0n);
  return { digits, scale };
}

function toDecimal(value: number): Decimal {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const scale = fraction.length - Number(exponent);
  const digits = BigInt(whole + fraction);
  return scale >= 0 ? { digits, scale } : { digits: digits * 10n ** BigInt(-scale), scale: 0 };
}

function toNumber({ digits, scale }: Decimal): number {
  return Number(`${digits}e-${scale}`);
}
