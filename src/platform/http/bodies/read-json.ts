import { isUtf8 } from 'node:buffer';
import { parse } from 'content-type';
import type { IncomingMessage } from 'node:http';
import { assertJson } from '../../operations/limits/assert-json';
import { ReadError } from '../../reader/read-error';
import type { HeldBody } from './body-room';
import { HttpRefusal } from '../http-refusal';
import { readBody } from './read-body';

const BYTE_ORDER_MARK = '\ufeff';

/** What a body may be declared as; ASCII is UTF-8 as it stands. */
const CHARSETS = ['utf-8', 'utf8', 'us-ascii'];

/**
 * The bytes of a request's body. Its words are stored as they come, so nothing is guessed: another media type, another character set or an encoding is refused
 * with 415, more than fits with 413.
 */
export function readJsonBytes(request: IncomingMessage, held: HeldBody): Promise<Buffer> {
  assertJsonType(request.headers['content-type']);
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding.toLowerCase() !== 'identity') throw new HttpRefusal(415, ENCODED);
  return readBody(request, held);
}

/** The JSON that they are; what is no UTF-8, no JSON or too much of it is refused with 400. A byte order mark is passed over. */
export function parseJson(bytes: Buffer): unknown {
  assertReadable(bytes);
  const text = utf8Text(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new HttpRefusal(400, NO_JSON);
  }
  if (Array.isArray(value)) throw new HttpRefusal(400, BATCH);
  return value;
}

/**
 * The query string of a GET. `URLSearchParams` reads a broken escape as it stands and escapes of another character set as U+FFFD; here both are refused
 * with 400, so that a question is answered as it was asked. Bytes that are not escaped node refuses itself.
 */
export function readSearch(request: IncomingMessage): string {
  const { url = '/', method, headers } = request;
  // what Apollo demands, said in the caller's language: a page of another site can send a GET, but not with one of these
  const marks = [headers['apollo-require-preflight'], headers['x-apollo-operation-name'], headers['content-type']];
  if (method === 'GET' && marks.every((header) => header === undefined)) throw new HttpRefusal(400, NO_HEADER);
  const at = url.indexOf('?');
  const search = at < 0 ? '' : url.slice(at);
  try {
    decodeURIComponent(search);
  } catch {
    throw new HttpRefusal(400, BROKEN_SEARCH);
  }
  return search;
}

function assertReadable(bytes: Buffer): void {
  try {
    assertJson(bytes);
  } catch (error) {
    throw error instanceof ReadError ? new HttpRefusal(400, error.localised, error.code) : error;
  }
}

function assertJsonType(header: string | undefined): void {
  // what most clients send, without the price of parsing it
  if (header === 'application/json') return;
  const stated = contentTypeOf(header);
  if (stated?.type !== 'application/json') throw new HttpRefusal(415, OTHER_TYPE);
  const charset = stated.parameters.charset?.toLowerCase() ?? 'utf-8';
  if (!CHARSETS.includes(charset)) throw new HttpRefusal(415, OTHER_CHARSET);
}

function contentTypeOf(header: string | undefined): ReturnType<typeof parse> | null {
  try {
    return header === undefined ? null : parse(header);
  } catch {
    return null;
  }
}

function utf8Text(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new HttpRefusal(400, NO_UTF8);
  const text = bytes.toString();
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(BYTE_ORDER_MARK.length) : text;
}

const NO_JSON = { vi: 'Nội dung yêu cầu không phải là JSON.', en: 'The body of the request is no JSON.' };
const NO_UTF8 = {
  vi: 'Nội dung yêu cầu không phải là UTF-8. Hãy gửi lại bằng UTF-8: bảng mã khác làm hỏng chữ tiếng Việt.',
  en: 'The body of the request is no UTF-8. Send it in UTF-8: other character sets spoil Vietnamese letters.',
};
const OTHER_CHARSET = {
  vi: 'Chỉ nhận bảng mã UTF-8. Hãy gửi với `content-type: application/json; charset=utf-8`.',
  en: 'Only UTF-8 is taken. Send `content-type: application/json; charset=utf-8`.',
};
const OTHER_TYPE = {
  vi: 'Chỉ nhận JSON. Hãy gửi với `content-type: application/json`.',
  en: 'Only JSON is taken. Send `content-type: application/json`.',
};
const ENCODED = {
  vi: 'Không nhận nội dung đã nén. Hãy gửi lại không kèm `content-encoding`.',
  en: 'A compressed body is not taken. Send it without `content-encoding`.',
};
const BATCH = {
  vi: 'Mỗi yêu cầu chỉ nhận một truy vấn. Hãy gửi từng truy vấn, hoặc gộp bằng bí danh (alias) trong một truy vấn.',
  en: 'A request holds one operation. Send them one by one, or put them into one operation under aliases.',
};
const NO_HEADER = {
  vi: 'Truy vấn bằng GET cần tiêu đề `apollo-require-preflight: 1`. Hãy thêm tiêu đề này, hoặc gửi bằng POST.',
  en: 'A question by GET needs the header `apollo-require-preflight: 1`. Add it, or use POST.',
};
const BROKEN_SEARCH = {
  vi: 'Địa chỉ có dấu % viết sai. Hãy mã hóa tham số theo UTF-8 (%-encoding).',
  en: 'The address holds a wrong % escape. Encode its parameters as UTF-8 (%-encoding).',
};
