import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const SIGNATURE_BYTES = 12;

/** What a cursor of a page holds: the values of the order's keys as texts, and the date as of which they were derived, where they depend on it. */
export interface PagePlace {
  readonly today: string | null;
  readonly values: readonly (string | null)[];
}

/**
 * Cursors inside connections: opaque, signed, bound to the order and the filter of the list that gave them. A cursor used with another order or filter does not
 * open. They are sealed in the statement that reads the page (`sealSql`) and opened here.
 */
export class PageCursors {
  constructor(private readonly secret: Buffer) {}

  /** The key that signs the cursors of one list, named by its type, order and filter. */
  keyOf(list: string): Buffer {
    return createHmac('sha256', this.secret).update(list).digest();
  }

  /** The place of a cursor; null when it was not made here, or for another list. */
  open(list: string, cursor: string): PagePlace | null {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length <= SIGNATURE_BYTES) return null;
    const body = sealed.subarray(SIGNATURE_BYTES);
    if (!timingSafeEqual(sealed.subarray(0, SIGNATURE_BYTES), sign(this.keyOf(list), body))) return null;
    const [today, ...values] = JSON.parse(body.toString()) as (string | null)[];
    return { today: today ?? null, values };
  }

  /** The date in a cursor, before it is known to which list it belongs; null when there is none. Whoever changes it finds that the cursor does not open. */
  peekDate(cursor: string): string | null {
    const body = Buffer.from(cursor, 'base64url').subarray(SIGNATURE_BYTES).toString();
    return /^\["(\d{4}-\d{2}-\d{2})"/.exec(body)?.[1] ?? null;
  }
}

/** SQL that seals the values of a row's keys (texts) under the key of its list (bytea). */
export function sealSql(key: string, today: string | null, values: readonly string[]): string {
  const texts = [today === null ? 'null' : `(${today})::text`, ...values.map((value) => `(${value})::text`)];
  return `(select translate(encode(substring(sha256(${key} || sha256(${key} || b)) from 1 for ${SIGNATURE_BYTES}) || b, 'base64'), E'+/\\n=', '-_')
    from convert_to(array_to_json(array[${texts.join(', ')}]::text[])::text, 'UTF8') b)`;
}

// the key stands twice, so that nothing can be appended to a signed body: HMAC's reason, by functions that the database has too
function sign(key: Buffer, body: Buffer): Buffer {
  const inner = createHash('sha256').update(key).update(body).digest();
  return createHash('sha256').update(key).update(inner).digest().subarray(0, SIGNATURE_BYTES);
}
