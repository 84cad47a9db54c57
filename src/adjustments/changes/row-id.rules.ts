import { createHash } from 'node:crypto';

/** The id of a row that an adjustment adds: of the same adjustment, change and sort always the same, so that what would come can be told before it comes. */
export function addedRowId(adjustmentId: string, ordinal: number, part: string): string {
  const hex = createHash('sha256').update(`${adjustmentId} ${ordinal} ${part}`).digest('hex');
  const variant = ((parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
