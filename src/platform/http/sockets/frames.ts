import type { Socket } from 'node:net';
import type { WebSocket } from 'ws';

/** Up to here one copy and one write are cheaper than three pieces. */
const COPIED = 4_096;
const TEXT_FRAME = 0x81;

/** Writes a text frame made of a head that is the socket's own and a tail that many share. */
export type WriteFrame = (socket: WebSocket, head: string, tail: Buffer) => void;

/** By the public interface of ws: one copy of the whole for each socket. */
export const publicFrame: WriteFrame = (socket, head, tail) => {
  socket.send(Buffer.concat([Buffer.from(head), tail]), { binary: false });
};

/**
 * Past ws, straight to the socket under it: the shared tail is never copied when it is large, and what is small goes out in one write. ws keeps no state of its own between frames
 * as long as nothing is compressed. `LIVE_FRAMES=public` turns this off.
 */
export const ownFrame: WriteFrame = (socket, head, tail) => {
  const wire = wireOf(socket);
  if (wire === null || socket.readyState !== socket.OPEN) return;
  const headLength = Buffer.byteLength(head);
  const length = headLength + tail.length;
  const header = headerLength(length);
  const isSmall = length <= COPIED;
  const frame = Buffer.allocUnsafe(header + (isSmall ? length : headLength));
  writeHeader(frame, length);
  frame.write(head, header);
  if (isSmall) {
    tail.copy(frame, header + headLength);
    wire.write(frame);
    return;
  }
  wire.cork();
  wire.write(frame);
  wire.write(tail);
  wire.uncork();
};

/** Calls back once when everything handed to the socket has been taken; never on a socket that is gone. */
export function whenTaken(socket: WebSocket, resume: () => void): void {
  const wire = wireOf(socket);
  if (wire === null) return;
  if (wire.writableNeedDrain) wire.once('drain', resume);
  else setImmediate(resume);
}

function wireOf(socket: WebSocket): Socket | null {
  return (socket as unknown as { readonly _socket: Socket | null })._socket;
}

function headerLength(length: number): number {
  if (length < 126) return 2;
  return length < 65_536 ? 4 : 10;
}

function writeHeader(frame: Buffer, length: number): void {
  frame[0] = TEXT_FRAME;
  if (length < 126) {
    frame[1] = length;
  } else if (length < 65_536) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
}
