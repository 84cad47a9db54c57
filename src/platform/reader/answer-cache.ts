import type { LogCursor } from '../event-log/log-cursor';
import type { TouchedTags } from '../event-log/touched-tags';
import { alone } from '../lib/alone';
import { SharedCache } from '../lib/shared-cache';
import type { Truncation } from './lists/truncation';

/** An answer as it leaves: the bytes of its data, and the place of the log that it holds. */
export interface Answer {
  readonly bytes: Buffer;
  readonly cursor: LogCursor;
  readonly tags: ReadonlySet<string>;
  /** Its lists that were cut. */
  readonly truncated: readonly Truncation[];
  /** Whether the same question may get it again: what failed or changes with every moment may not. */
  readonly isKept: boolean;
}

/** Counts for the operators. */
export interface CacheCounts {
  readonly hits: number;
  readonly shared: number;
  readonly reads: number;
  readonly bytes: number;
}

const OVERHEAD_BYTES = 500;

/** One account's part of the whole: whoever asks ever new questions loses its own answers, not those of others. */
const SHARES = 4;

/**
 * Answers by question and rights. An answer is given again as long as no event has touched what it depends on, so it is never older than the log that this process
 * has heard of; equal questions at one time are read once. Bounded by bytes.
 */
export class AnswerCache {
  private readonly answers: SharedCache<Answer>;
  private readonly flights = new Map<string, Promise<Answer>>();
  private hits = 0;
  private shared = 0;
  private reads = 0;

  constructor(
    private readonly touched: TouchedTags,
    limitBytes: number,
  ) {
    this.answers = new SharedCache<Answer>({
      limitBytes,
      shareBytes: limitBytes / SHARES,
      bytesOf: ({ bytes, truncated }, key) =>
        bytes.length + key.length * 2 + truncated.length * OVERHEAD_BYTES + OVERHEAD_BYTES,
    });
  }

  /** The answer of a question, at once if one is at hand; read only when none is at hand that still holds; kept on the account of who asked. */
  answer(key: string, accountId: string, read: () => Promise<Answer>): Answer | Promise<Answer> {
    const known = this.answers.get(key);
    if (known !== undefined && this.holds(known)) {
      this.hits += 1;
      return known;
    }
    const underway = this.flights.get(key);
    return underway === undefined ? this.read(key, accountId, read) : this.sharedOr(underway, key, accountId, read);
  }

  /** What the cache has done so far. */
  get counts(): CacheCounts {
    return { hits: this.hits, shared: this.shared, reads: this.reads, bytes: this.answers.bytes };
  }

  private async sharedOr(
    underway: Promise<Answer>,
    key: string,
    accountId: string,
    read: () => Promise<Answer>,
  ): Promise<Answer> {
    const answer = await underway.catch(() => null);
    // it may have been read before an event that whoever asks now knows of
    if (answer === null || !answer.isKept || !this.holds(answer)) return this.read(key, accountId, read);
    this.shared += 1;
    return answer;
  }

  private async read(key: string, accountId: string, read: () => Promise<Answer>): Promise<Answer> {
    this.reads += 1;
    const flight = read();
    this.flights.set(key, flight);
    try {
      const answer = await flight;
      if (answer.isKept) this.answers.set(key, { ...answer, bytes: alone(answer.bytes) }, accountId);
      return answer;
    } finally {
      if (this.flights.get(key) === flight) this.flights.delete(key);
    }
  }

  private holds({ cursor, tags }: Answer): boolean {
    return this.touched.isUntouchedSince(cursor, tags);
  }
}
