/** What a feed has done so far, for diagnosis. */
export interface Counts {
  /** Connections that the server acknowledged. */
  connections: number;
  /** Answers of live queries that came whole. */
  full: number;
  /** Answers that came as a patch. */
  patched: number;
  /** Answers that still held after a reconnection. */
  unchanged: number;
  /** Messages that built on an answer that the feed did not have: the whole answer was asked for. */
  refetched: number;
  /** Events delivered to the caller. */
  events: number;
  /** Events that came again and were dropped. */
  repeats: number;
  /** Events that did not follow the one before: the stream was resumed. */
  gaps: number;
}

export function noCounts(): Counts {
  return { connections: 0, full: 0, patched: 0, unchanged: 0, refetched: 0, events: 0, repeats: 0, gaps: 0 };
}
