import { WebSocket } from 'ws';

/** RFC 6455: a message is too big to be taken. */
const TOO_BIG = 1009;

/** A socket that says why it closes where ws by itself gives no more than a code. */
export class ExplainingSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    super.close(code, code === TOO_BIG && reason === undefined ? 'Message too big: send it over HTTP' : reason);
  }
}

/** Whether a socket broke off since the client sent more than a frame may hold: nothing of ours went wrong. */
export function isTooBig(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error && error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH';
}
