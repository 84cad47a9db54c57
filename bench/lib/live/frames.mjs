/** Opcodes of RFC 6455 that servers send here. */
export const TEXT = 0x1;
export const CLOSE = 0x8;
export const PING = 0x9;
const PONG = 0xa;

const NOTHING = Buffer.alloc(0);

/**
 * Cuts a WebSocket's bytes into frames, as a server sends them: unmasked, each whole. `take` calls back with opcode and payload of every whole frame; a payload is a
 * view of the bytes given, to be used at once.
 */
export class FrameReader {
  #rest = NOTHING;

  take(chunk, onFrame) {
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    for (;;) {
      const header = headerAt(bytes, at);
      if (header === null || at + header.size + header.length > bytes.length) break;
      const begin = at + header.size;
      at = begin + header.length;
      onFrame(bytes[begin - header.size] & 0x0f, bytes.subarray(begin, at));
    }
    this.#rest = at === bytes.length ? NOTHING : Buffer.from(bytes.subarray(at));
  }
}

function headerAt(bytes, at) {
  const known = bytes.length - at;
  if (known < 2) return null;
  const short = bytes[at + 1] & 0x7f;
  if (short < 126) return { size: 2, length: short };
  if (short === 126) return known < 4 ? null : { size: 4, length: bytes.readUInt16BE(at + 2) };
  return known < 10 ? null : { size: 10, length: Number(bytes.readBigUInt64BE(at + 2)) };
}

/** A client's text message as one frame. */
export function textFrame(text) {
  return frame(TEXT, Buffer.from(text));
}

/** The answer to a ping. */
export function pongFrame(payload) {
  return frame(PONG, payload);
}

/** Clients must mask; a key of zeros leaves the payload as it is. */
function frame(opcode, payload) {
  const isShort = payload.length < 126;
  const header = Buffer.alloc(isShort ? 6 : 8);
  header[0] = 0x80 | opcode;
  header[1] = 0x80 | (isShort ? payload.length : 126);
  if (!isShort) header.writeUInt16BE(payload.length, 2);
  return Buffer.concat([header, payload]);
}
