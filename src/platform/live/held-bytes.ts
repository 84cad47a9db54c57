/** What all subscriptions of one account may hold: documents, newest answers, messages kept for those who resume. */
export const LIVE_BYTES = 64 * 1024 * 1024;

/** What one group holds, as part of what its owner's groups do. */
export interface Holding {
  /** Says what the group holds now beside its document; false when its owner's groups hold more than they may, all together. */
  hold(bytes: number): boolean;
  /** Bytes that the group may hold beside its document. */
  readonly room: number;
}

/** Counts the bytes that groups hold, by the account that was the first to ask: two hundred sockets with twenty answers of their own each would hold gigabytes. */
export class HeldBytes {
  private readonly byOwner = new Map<string, number>();

  constructor(private readonly limit: number = LIVE_BYTES) {}

  /** Whether an owner may begin another group. */
  hasRoom(owner: string): boolean {
    return this.of(owner) < this.limit;
  }

  /** Counts a new group with what its document takes; `end` takes everything back. */
  begin(owner: string, documentBytes: number): Holding & { end(): void } {
    let held = documentBytes;
    let isOver = false;
    this.add(owner, documentBytes);
    const spare = (): number => this.limit - this.of(owner);
    return {
      hold: (bytes) => {
        // a run that was under way when the last subscriber went
        if (isOver) return true;
        this.add(owner, documentBytes + bytes - held);
        held = documentBytes + bytes;
        return spare() >= 0;
      },
      get room() {
        return Math.max(0, spare() + held - documentBytes);
      },
      end: () => {
        isOver = true;
        this.add(owner, -held);
        held = 0;
      },
    };
  }

  /** Bytes that an owner's groups hold. */
  of(owner: string): number {
    return this.byOwner.get(owner) ?? 0;
  }

  private add(owner: string, bytes: number): void {
    const held = this.of(owner) + bytes;
    if (held === 0) this.byOwner.delete(owner);
    else this.byOwner.set(owner, held);
  }
}
