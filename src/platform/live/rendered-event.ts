import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import { answerMessage } from './messages';

/** Stands in a rendered event where the cursor of the event before it belongs: that differs by subscriber. No data holds it: it is made up at each start. */
export const PREVIOUS = randomUUID();

/** What a selection on an event came to. */
export interface ExecutedEvent {
  readonly data: unknown;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions: object;
}

/** An event as its group's members get it. */
export class RenderedEvent {
  /** Where `previous` belongs, the text is cut. */
  private readonly parts: readonly string[];
  private latest: { readonly previous: string; readonly message: Buffer } | null = null;

  constructor(
    readonly cursor: string,
    { data, errors, extensions }: ExecutedEvent,
  ) {
    this.parts = answerMessage(Buffer.from(JSON.stringify(data ?? null)), errors, extensions)
      .toString()
      .split(PREVIOUS);
  }

  /** Length of its text. */
  get bytes(): number {
    return this.parts.reduce((sum, part) => sum + part.length, 0) * 2;
  }

  /** The message for a subscriber, by the cursor of the event that it got before. Nearly all have got the same one, and share the bytes. */
  message(previous: string): Buffer {
    if (this.latest === null || (this.latest.previous !== previous && this.parts.length > 1)) {
      this.latest = { previous, message: Buffer.from(this.parts.join(previous)) };
    }
    return this.latest.message;
  }
}
