import { LRUCache } from 'lru-cache';

const MOST_BYTES = 4 * 1024 * 1024;
/** What an entry takes beside its text: its hash, and its places in the maps. */
const OVERHEAD_BYTES = 300;

/** Queries by their hash, for clients that send the text only when it is asked for (Apollo's automatic persisted queries). Bounded by bytes. */
export class PersistedQueries {
  private readonly texts = new LRUCache<string, string>({
    maxSize: MOST_BYTES,
    // two bytes a letter, as soon as one is beyond Latin-1
    sizeCalculation: (text) => text.length * 2 + OVERHEAD_BYTES,
  });

  get(hash: string): Promise<string | undefined> {
    return Promise.resolve(this.texts.get(hash));
  }

  set(hash: string, text: string): Promise<void> {
    this.texts.set(hash, text);
    return Promise.resolve();
  }

  delete(hash: string): Promise<boolean> {
    return Promise.resolve(this.texts.delete(hash));
  }
}
