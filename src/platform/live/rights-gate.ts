import type { RightsSource } from '../access/rights-source';
import type { LogEvent } from '../event-log/event-row';

/** Reads rights again: of these accounts, or of all (null). */
export type ReadRights = (accounts: ReadonlySet<string> | null) => Promise<void>;

/**
 * Holds back deliveries while rights that an event may have changed are being read: a right that is taken away is gone before the next data, by the log's own
 * order.
 */
export class RightsGate {
  private readonly readers = new Set<ReadRights>();
  private settling: Promise<void> | null = null;
  private readonly tags: ReadonlySet<string>;
  private changes = 0;

  constructor(
    private readonly source: RightsSource,
    private readonly onError: (error: unknown) => void,
  ) {
    this.tags = new Set(source.tags);
  }

  /** Calls back when rights may have changed; gives the function that ends it. */
  onChange(reader: ReadRights): () => void {
    this.readers.add(reader);
    return () => this.readers.delete(reader);
  }

  /** How often rights may have changed so far: who read rights before a change and listened after it must read them again. */
  get version(): number {
    return this.changes;
  }

  /** Resolves when all rights are as the log, as far as this process has heard of it, says; at once when nothing is under way. */
  async settled(): Promise<void> {
    while (this.settling !== null) await this.settling;
  }

  /** Whether rights are being read right now. */
  get isSettling(): boolean {
    return this.settling !== null;
  }

  /** Takes note of events, before anybody delivers because of them. */
  note(events: readonly LogEvent[]): void {
    const concerned = events.filter(({ tags }) => tags.some((tag) => this.tags.has(tag)));
    if (concerned.length === 0) return;
    this.changes += 1;
    const accounts = accountsOf(concerned, this.source.accountType);
    const readings = [...this.readers].map((reader) => reader(accounts).catch(this.onError));
    const settling = Promise.all([this.settling, ...readings]).then(() => {
      if (this.settling === settling) this.settling = null;
    });
    this.settling = settling;
  }
}

/** The accounts that events of rights are about; null when one does not say. */
function accountsOf(events: readonly LogEvent[], accountType: string): ReadonlySet<string> | null {
  const accounts = new Set<string>();
  for (const { subjectType, subjectId } of events) {
    if (subjectType !== accountType || subjectId === null) return null;
    accounts.add(subjectId);
  }
  return accounts;
}
