/** Word of a batch that was numbered: the log reaches up to `last`. `first` is for those who watch the bus. */
export interface LogReach {
  readonly epoch: number;
  readonly first: number;
  readonly last: number;
}

/**
 * Carries word of the log between the processes on one database, one function each way. It may lose, repeat and disorder what it carries, or be away for a
 * while: whatever is missing is read from the log. What goes wrong on it is reported to whoever made it, never thrown at whoever uses it.
 */
export interface Bus {
  /** Begins to listen: `onReach` is called for the words of other processes, and perhaps for this one's own. */
  start(onReach: (reach: LogReach) => void): Promise<void>;
  /** Tells the other processes; returns at once. */
  announce(reach: LogReach): void;
  /** Ends it; nothing is heard afterwards. */
  stop(): Promise<void>;
}

/** Reads a word as it stands on a bus: JSON with `epoch` and `last`. Null when the text is none. */
export function readReach(text: string): LogReach | null {
  try {
    const reach = JSON.parse(text) as LogReach | null;
    return Number.isSafeInteger(reach?.epoch) && Number.isSafeInteger(reach?.last) ? reach : null;
  } catch {
    return null;
  }
}
