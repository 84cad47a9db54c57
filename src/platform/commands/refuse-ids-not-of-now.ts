import { isSupposedId, momentOfId } from '../lib/global-id';
import { ReadError } from '../reader/read-error';

/** Throws BAD_USER_INPUT when an input holds an id of the past or of what was only supposed, naming its field: what is over or not so can be read, not changed. */
export function refuseIdsNotOfNow(input: unknown, field = 'input'): void {
  if (typeof input === 'string') {
    if (momentOfId(input) !== null) throw ofPast(field);
    if (isSupposedId(input)) throw ofSupposed(field);
  } else if (Array.isArray(input)) {
    for (const [index, item] of input.entries()) refuseIdsNotOfNow(item, `${field}.${index}`);
  } else if (typeof input === 'object' && input !== null) {
    for (const [name, value] of Object.entries(input)) refuseIdsNotOfNow(value, `${field}.${name}`);
  }
}

function ofPast(field: string): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${field}\` là mã định danh của quá khứ: chỉ để xem lại. Hãy dùng mã hiện tại.`,
    en: `\`${field}\` is an id of the past, which can only be read. Use the id of the present.`,
  });
}

function ofSupposed(field: string): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${field}\` là mã định danh của dữ liệu giả định: chỉ để xem trước. Hãy dùng mã hiện tại.`,
    en: `\`${field}\` is an id of what was only supposed, which can only be read. Use the id of the present.`,
  });
}
