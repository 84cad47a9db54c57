import { SharedCache } from '../lib/shared-cache';

const LIMIT_BYTES = 8 * 1024 * 1024;
const SHARE_BYTES = 2 * 1024 * 1024;

/** Texts that clients may ask again by their SHA-256 alone (automatic persisted queries). A stranger's text is not kept; a client whose text is gone sends it again. */
export class PersistedTexts {
  private readonly texts = new SharedCache<{ readonly text: string }>({
    limitBytes: LIMIT_BYTES,
    shareBytes: SHARE_BYTES,
    bytesOf: ({ text }, hash) => (text.length + hash.length) * 2,
  });

  /** The text of a hash. */
  get(hash: string): string | undefined {
    return this.texts.get(hash)?.text;
  }

  /** Keeps a text on the account of who sent it. */
  add(hash: string, text: string, accountId: string | null): void {
    if (accountId !== null) this.texts.set(hash, { text }, accountId);
  }
}
