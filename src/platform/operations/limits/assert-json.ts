import { NESTING, VALUES as TOO_MANY_VALUES } from './assert-variables';
import { LIMITS } from './limits';
import { tooLarge } from './too-large';

// the message itself, its query, name and extensions stand around the variables
const MOST_VALUES = LIMITS.values + 100;
const DEEPEST = LIMITS.nesting + 2;

const VALUES = {
  name: { vi: 'số giá trị trong nội dung yêu cầu', en: 'the number of values in the body of the request' },
  wayOut: TOO_MANY_VALUES.wayOut,
} as const;

const [QUOTE, BACKSLASH, COMMA, SPACE] = [0x22, 0x5c, 0x2c, 0x20];
const [LIST, LIST_END, OBJECT, OBJECT_END] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * Looks at a JSON text before it is parsed, at some milliseconds for 4 MB: parsing a million levels took a second, 180,000 objects of other keys each 0.7 s, and
 * strangers may send them. Throws BAD_USER_INPUT for what is nested too deeply, QUERY_TOO_COMPLEX for too many values; what is no JSON is the parser's to report.
 */
export function assertJson(bytes: Uint8Array): void {
  let [depth, values] = [0, 0];
  let [isText, isFirst] = [false, false];
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (isText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) isText = false;
    } else if (byte === LIST_END || byte === OBJECT_END) {
      depth -= 1;
      isFirst = false;
    } else if (byte > SPACE) {
      if (isFirst || byte === COMMA) values += 1;
      isText = byte === QUOTE;
      isFirst = byte === LIST || byte === OBJECT;
      if (isFirst) depth += 1;
      if (depth > DEEPEST) {
        throw tooLarge('BAD_USER_INPUT', { ...NESTING, limit: LIMITS.nesting, asked: LIMITS.nesting, isMore: true });
      }
    }
  }
  if (values <= MOST_VALUES) return;
  throw tooLarge('QUERY_TOO_COMPLEX', { ...VALUES, limit: LIMITS.values, asked: values });
}
