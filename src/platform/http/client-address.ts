import type { IncomingMessage } from 'node:http';

/**
 * The network address of the client of a request. With so many proxies of one's own in front, each of which adds the address that it heard from, it is the entry
 * that the outermost of them wrote; entries further left are the client's own words. Without any proxy, or with fewer entries than proxies, it is the
 * address that is connected.
 */
export function clientAddress(request: IncomingMessage, proxies: number): string {
  const connected = request.socket.remoteAddress ?? '';
  if (proxies === 0) return connected;
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
  const entries = forwarded.split(',').map((entry) => entry.trim());
  const entry = entries.at(-proxies);
  return entry === undefined || entry === '' ? connected : entry;
}
