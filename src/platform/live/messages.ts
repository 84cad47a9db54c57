import type { GraphQLFormattedError } from 'graphql';

/** What the head of a frame leaves open: `{"id":"…"` + message. */
const HEAD = ',"type":"next","payload":{';
const HEAD_WITH_DATA = Buffer.from(`${HEAD}"data":`);
const TAIL = '}}';

/** A message with an answer: data as JSON text, errors if there are any, extensions. */
export function answerMessage(
  data: Buffer,
  errors: readonly GraphQLFormattedError[] | undefined,
  extensions: object,
): Buffer {
  const shown = errors === undefined ? '' : `,"errors":${JSON.stringify(errors)}`;
  return Buffer.concat([
    HEAD_WITH_DATA,
    data,
    Buffer.from(`${shown},"extensions":${JSON.stringify(extensions)}${TAIL}`),
  ]);
}

/** A message that brings no data, only what is to be known about the answer that the client has: that it still holds, or a patch to it. */
export function noteMessage(extensions: object): Buffer {
  return Buffer.from(`${HEAD}"extensions":${JSON.stringify(extensions)}${TAIL}`);
}
