import { LRUCache } from 'lru-cache';

/** How large a cache is, what one owner may have of it, and what an entry holds. */
export interface SharedCacheOptions<Value> {
  readonly limitBytes: number;
  /** Most bytes of the entries that one owner brought in: whoever brings in more loses its own, not those of others. */
  readonly shareBytes: number;
  /** What an entry really holds, key included; about is enough, too little is not. */
  readonly bytesOf: (value: Value, key: string) => number;
}

interface Entry<Value> {
  readonly value: Value;
  readonly owner: string;
}

/** Of one owner's share, what a single entry may take. */
const LARGEST_PART = 4;

/**
 * A cache that many share, bounded by bytes: the entries used least recently go first, and of an owner that fills its share its own. An entry larger than a quarter of a
 * share is not kept at all.
 */
export class SharedCache<Value extends object> {
  private readonly entries: LRUCache<string, Entry<Value>>;
  private readonly owners = new Map<string, LRUCache<string, true>>();

  constructor(private readonly options: SharedCacheOptions<Value>) {
    this.entries = new LRUCache({
      maxSize: options.limitBytes,
      disposeAfter: ({ owner }, key) => this.disown(owner, key),
    });
  }

  /** The value of a key; it counts as used. */
  get(key: string): Value | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return undefined;
    this.owners.get(entry.owner)?.get(key);
    return entry.value;
  }

  /** Keeps a value on an owner's account, if there is room for one of its size. */
  set(key: string, value: Value, owner: string): void {
    const size = Math.max(1, Math.ceil(this.options.bytesOf(value, key)));
    if (size > this.options.shareBytes / LARGEST_PART) {
      this.entries.delete(key);
      return;
    }
    this.entries.set(key, { value, owner }, { size });
    this.shareOf(owner).set(key, true, { size });
  }

  /** Bytes that the entries hold. */
  get bytes(): number {
    return this.entries.calculatedSize;
  }

  private shareOf(owner: string): LRUCache<string, true> {
    let share = this.owners.get(owner);
    if (share === undefined) {
      share = new LRUCache<string, true>({
        maxSize: this.options.shareBytes,
        disposeAfter: (_value, key, reason) => {
          if (reason === 'evict') this.entries.delete(key);
        },
      });
      this.owners.set(owner, share);
    }
    return share;
  }

  private disown(owner: string, key: string): void {
    const share = this.owners.get(owner);
    share?.delete(key);
    if (share?.size === 0) this.owners.delete(owner);
  }
}
