import etag from 'etag';
import fresh from 'fresh';
import type { IncomingMessage } from 'node:http';

/** The tag of a content: weak, for it is the same whichever way its bytes are compressed. */
export function tagOf(content: string | Buffer): string {
  return etag(content, { weak: true });
}

/**
 * Whether a client already has the content of a tag. Its `cache-control: no-cache` is no reason to send it again, as the library would have it: it asks caches to
 * ask us, and fetch in Node.js sends it along with every tag.
 */
export function hasAlready({ headers }: IncomingMessage, tag: string): boolean {
  return fresh({ 'if-none-match': headers['if-none-match'] }, { etag: tag });
}
