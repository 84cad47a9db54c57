import { createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE_BYTES = 12;

/**
 * Cursors inside connections: opaque, signed, bound to the order and the filter of the list that gave them. A cursor used with another
 * order or filter does not open.
 */
export class PageCursors {
  constructor(private readonly secret: Buffer) {}

  /** Seals the keys' values of one row, for a list named by its type, order and filter. */
  seal(list: string, values: readonly string[]): string {
    const body = Buffer.from(JSON.stringify(values));
    return Buffer.concat([this.sign(list, body), body]).toString('base64url');
  }

  /** The values of a sealed cursor; null when it was not made here, or for another list. */
  open(list: string, cursor: string): string[] | null {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length <= SIGNATURE_BYTES) return null;
    const body = sealed.subarray(SIGNATURE_BYTES);
    if (!timingSafeEqual(sealed.subarray(0, SIGNATURE_BYTES), this.sign(list, body))) return null;
    return JSON.parse(body.toString()) as string[];
  }

  private sign(list: string, body: Buffer): Buffer {
    return createHmac('sha256', this.secret)
      .update(list)
      .update('\0')
      .update(body)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  }
}
