import type { GraphQLFormattedError } from 'graphql';
import { beginObject, member } from '../lib/json-text';

/** What the head of a frame leaves open: `{"id":"…"` + message. */
const HEAD = `${member('type', 'next')},"payload":`;
const HEAD_WITH_DATA = Buffer.from(`${HEAD}${beginObject('data')}`);
const TAIL = '}}';

/** A message with an answer: data as JSON text, errors if there are any, extensions. */
export function answerMessage(
  data: Buffer,
  errors: readonly GraphQLFormattedError[] | undefined,
  extensions: object,
): Buffer {
  return Buffer.concat([
    HEAD_WITH_DATA,
    data,
    Buffer.from(`${member('errors', errors)}${member('extensions', extensions)}${TAIL}`),
  ]);
}

/** A message that brings no data, only what is to be known about the answer that the client has: that it still holds, or a patch to it. */
export function noteMessage(extensions: object): Buffer {
  return Buffer.from(`${HEAD}${JSON.stringify({ extensions })}}`);
}
