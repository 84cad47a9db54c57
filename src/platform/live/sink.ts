/** Where one subscription's messages go: an operation on a socket. */
export interface Sink {
  /** Account whose subscription it is. */
  readonly owner: string;
  /** Whether the socket has not taken what it was given: nothing more is handed over until it has. */
  readonly isBehind: boolean;
  /** Hands over a message: the part of its frame that all who get it share, from after the operation's id to the end. Nothing happens on a socket that is gone. */
  send(message: Buffer): void;
  /** Calls back once when the socket has caught up. */
  onDrain(resume: () => void): void;
  /** Says that nothing more will come. */
  complete(): void;
}

/** Ends a subscription from the subscriber's side: its group forgets it. */
export type Unsubscribe = () => void;
