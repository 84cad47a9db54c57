import { createHash } from 'node:crypto';

/**
 * An id that is the same whenever it is made for the same words: for rows without a natural key. The version digit 8 marks it, by
 * RFC 9562, as made by a rule of our own.
 */
export function stableId(...words: readonly string[]): string {
  const hex = createHash('sha256').update(words.join('\u001f')).digest('hex');
  const variant = ((parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}

/** A whole number from 0 to below the limit, the same whenever it is made for the same words: varies sample rows. */
export function stableNumber(limit: number, ...words: readonly string[]): number {
  return createHash('sha256').update(words.join('\u001f')).digest().readUInt32BE(0) % limit;
}
