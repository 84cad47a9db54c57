import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { RateLimited } from '../../operations/limits/rate-limited';
import { languageOf } from '../../lib/localised';

/** Refuses an upgrade; where a limit is the reason, it is said as any other error of a request. */
export function refuseUpgrade(socket: Duplex, status: string, limit?: RateLimited, request?: IncomingMessage): void {
  socket.once('finish', () => socket.destroy());
  const lines = [`HTTP/1.1 ${status}`, 'connection: close'];
  if (limit === undefined) return void socket.end(`${lines.join('\r\n')}\r\n\r\n`);
  const message = limit.localised[languageOf(request?.headers['accept-language'])];
  const body = JSON.stringify({ errors: [{ message, extensions: { code: limit.code, ...limit.reached } }] });
  lines.push(`retry-after: ${limit.reached.retryAfter}`, 'content-type: application/json; charset=utf-8');
  lines.push(`content-length: ${Buffer.byteLength(body)}`);
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
}
