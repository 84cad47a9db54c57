/**
 * Reads a number as people type it: `97,5` and `97.5` are the same, a percent sign and spaces are let pass.
 * Null for whatever is no number; `1.234,5` is refused rather than guessed at.
 */
export function parseDecimal(text: string): number | null {
  const plain = text.replace(/[\s%]/g, '').replace('−', '-');
  if (!/^-?\d+(?:[.,]\d+)?$/.test(plain)) return null;
  return Number(plain.replace(',', '.'));
}
