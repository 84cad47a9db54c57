// codes and numbers are sorted as people count: 1, 2, 7a, 7b, 10
const COUNTED = new Set(['code', 'number']);

/** Whether a property holds codes or numbers, by its name. */
export function isCounted(name: string): boolean {
  return COUNTED.has(name);
}

/** The clause that sorts people's texts: codes and numbers as people count, all others as a Vietnamese reader expects (đ after d). */
export function collationOfText(name: string): string {
  return ` collate "${isCounted(name) ? 'natural_order' : 'vi-x-icu'}"`;
}

/** The clause that sorts texts of a scalar: those of people as people do, places in the log as they follow one another, all else is words that programs wrote. */
export function collationOfScalar(scalar: string, name: string): string {
  if (scalar === 'Cursor') return ' collate "natural_order"';
  return scalar === 'String' ? collationOfText(name) : BY_CHARACTERS;
}

/** The clause that sorts words which programs wrote: by their characters. */
export const BY_CHARACTERS = ' collate "C"';
