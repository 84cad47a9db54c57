import type { Database } from '../database/database';
import type { EventFeed } from '../event-log/event-feed';

/** A kept summary, as far as folding knows it. */
export interface FoldedSummary {
  /** The table whose rows it counts: the tag of the events that tell of them. */
  readonly of: string;
  /** Function of the database that moves what was written into the summary; true when more is left than one call takes. */
  readonly fold: string;
}

/** When folding is worth its while. */
export interface FoldingPace {
  /** So many events on counted tables leave as many rows to be read beside the summaries. */
  readonly afterEvents: number;
  /** Time between two runs. */
  readonly pauseMs: number;
}

const PACE: FoldingPace = { afterEvents: 500, pauseMs: 2_000 };

/**
 * Moves what writers appended into the kept summaries, so that readers have little to add up. The answers are the same without it, only slower: it runs at the
 * start, then when the log tells of many writes. Every process may do so; the database lets one at a time through.
 */
export class FoldSummaries {
  private stopListening: (() => void) | null = null;
  private resting: NodeJS.Timeout | null = null;
  private folding: Promise<void> | null = null;
  private stopped = false;
  private heard = 0;

  constructor(
    private readonly database: Database,
    private readonly feed: EventFeed,
    private readonly summaries: readonly FoldedSummary[],
    private readonly onError: (error: unknown) => void,
    private readonly pace: FoldingPace = PACE,
  ) {}

  /** Folds what is there, then begins to listen. Errors go to `onError`, here too: nothing depends on it. */
  async start(): Promise<void> {
    const tables = new Set(this.summaries.map(({ of }) => of));
    this.stopListening = this.feed.listen((events) => {
      this.heard += events.filter(({ tags }) => tags.some((tag) => tables.has(tag))).length;
      this.foldIfMany();
    });
    this.fold();
    await this.folding;
  }

  /** Ends it; waits for the run under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.stopListening?.();
    if (this.resting !== null) clearTimeout(this.resting);
    await this.folding;
  }

  private foldIfMany(): void {
    const isBusy = this.stopped || this.folding !== null || this.resting !== null;
    if (!isBusy && this.heard >= this.pace.afterEvents) this.fold();
  }

  private fold(): void {
    this.heard = 0;
    this.folding = this.foldAll()
      .catch(this.onError)
      .finally(() => {
        this.folding = null;
        this.rest();
      });
  }

  private rest(): void {
    if (this.stopped) return;
    this.resting = setTimeout(() => {
      this.resting = null;
      this.foldIfMany();
    }, this.pace.pauseMs);
  }

  private async foldAll(): Promise<void> {
    for (const { fold } of this.summaries) {
      for (let more = true; more && !this.stopped;) more = await this.foldOnce(fold);
    }
  }

  private async foldOnce(name: string): Promise<boolean> {
    const [row] = await this.database.query<{ more: boolean }>(`select ${name}() as more`);
    return row!.more;
  }
}
