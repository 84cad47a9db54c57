import { randomInt } from 'node:crypto';

// no 0/O, 1/I/L: a code is read aloud over the telephone
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A receipt's code, e.g. `07-01-2023Q4-K7F3WZ`: item, period, and six letters by chance (about 900 million). */
export function makeReceiptCode(itemCode: string, period: string): string {
  const tail = Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `${itemCode}-${period.replace('-', '')}-${tail}`;
}
