import { LRUCache } from 'lru-cache';
import { Client } from 'pg';

/** Statements that one connection keeps prepared, and the bytes of their texts: what PostgreSQL holds of one is some hundred times its text. */
const MOST = 400;
const MOST_TEXT_BYTES = 2 * 1024 * 1024;

/** What pg itself remembers of a connection: by name the texts that were prepared. */
interface Prepared {
  readonly parsedStatements: Record<string, string>;
}

/**
 * A connection whose named statements are forgotten again, those used least recently first: in pg and in PostgreSQL. Neither does so by itself, and clients decide how many
 * different ones there are.
 */
export class ForgettingClient extends Client {
  private readonly named = new LRUCache<string, number>({
    max: MOST,
    maxSize: MOST_TEXT_BYTES,
    sizeCalculation: (bytes) => bytes,
    disposeAfter: (_bytes, name, reason) => {
      if (reason === 'evict') this.forgotten.push(name);
    },
  });
  private readonly forgotten: string[] = [];

  constructor(options?: ConstructorParameters<typeof Client>[0]) {
    super(options);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    const forgetting = (config: unknown, ...others: unknown[]): unknown => {
      const { name, text } = (config ?? {}) as { name?: unknown; text?: unknown };
      if (typeof name === 'string' && typeof text === 'string' && this.named.get(name) === undefined) {
        this.named.set(name, Math.max(1, text.length));
      }
      const old = this.forget();
      if (old === null) return query(config, ...others);
      // pg sends one after the other; a connection that breaks has forgotten everything
      return (query(old) as Promise<unknown>).catch(() => undefined).then(() => query(config, ...others));
    };
    this.query = forgetting as typeof this.query;
  }

  /** What makes PostgreSQL forget what had to make room; null for nothing. */
  private forget(): string | null {
    if (this.forgotten.length === 0) return null;
    const { parsedStatements } = (this as unknown as { connection: Prepared }).connection;
    // what was never prepared, for its first use failed, cannot be forgotten
    const names = this.forgotten.splice(0).filter((name) => name in parsedStatements);
    for (const name of names) Reflect.deleteProperty(parsedStatements, name);
    return names.length === 0 ? null : names.map((name) => `deallocate "${name}"`).join('; ');
  }
}
