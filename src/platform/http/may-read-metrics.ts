import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { bearerToken } from './request-identity';

/** What proxies add: a request with one of them comes from elsewhere, whatever it says. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

/**
 * Whether the sender of a request may read the program's numbers: who has the token, where one is set; else who asks on the machine itself and under its local name. What a proxy on the
 * machine passes on is connected locally, too, but is not from here: it bears the proxy's headers, or the name under which others know the program.
 */
export function mayReadMetrics(request: IncomingMessage, token: string | null): boolean {
  if (token !== null) return isEqual(bearerToken(request.headers.authorization) ?? '', token);
  const { headers, socket } = request;
  return isLoopback(socket.remoteAddress) && !FORWARDING.some((name) => name in headers) && isLocalName(headers.host);
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

function isLocalName(host: string | undefined): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host ?? '');
}

function isEqual(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(left!, right!);
}
