/** What live delivery has done since the process started: for operators. */
export class LiveCounts {
  /** Runs of live queries, and renderings of events: what everything else is shared from. */
  runs = 0;
  eventsRendered = 0;
  /** Messages handed to sockets, their bytes, and which way a live answer went. */
  messages = 0;
  bytes = 0;
  full = 0;
  patches = 0;
  unchanged = 0;
  /** Answers that found the same hash and went to nobody. */
  equalAnswers = 0;
  /** Times that a subscriber was left behind because its socket had not taken what it was given. */
  leftBehind = 0;
  /** Events that a subscriber got from memory when it resumed, and from the table. */
  resumedFromMemory = 0;
  resumedFromLog = 0;
}
