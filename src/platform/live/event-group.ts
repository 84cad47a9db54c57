import { LRUCache } from 'lru-cache';
import type { EventFeed } from '../event-log/event-feed';
import type { LogEvent } from '../event-log/event-row';
import { type LogCursor, writeCursor } from '../event-log/log-cursor';
import { pause } from '../lib/pause';
import type { Turns } from '../lib/turns';
import type { NoteStage } from '../observability/stages';
import type { Holding } from './held-bytes';
import { inSlices } from './in-slices';
import type { LiveCounts } from './live-counts';
import type { Unsubscribe, Sink } from './sink';
import type { RenderedEvent } from './rendered-event';
import { sharedTurn } from './shared-turn';

const PAGE = 200;

/** Messages that a group keeps for those who resume. */
const MOST_KEPT = 1_000;
const MOST_KEPT_BYTES = 2 * 1024 * 1024;
/** Bytes of them where the account has no room for more: who comes back later has the others rendered again. */
const LEAST_KEPT_BYTES = 64 * 1024;

/** After a failure that may pass, the time until the next try. */
const RETRY_MS = 1_000;

/** Of events, in order: the messages of those that the group's filter and rights let through, null for the others. */
export type RenderEvents = (events: readonly LogEvent[]) => Promise<readonly (RenderedEvent | null)[]>;

/** What a group of streams needs of its hub. */
export interface StreamServices {
  readonly feed: EventFeed;
  readonly counts: LiveCounts;
  readonly noteStage: NoteStage;
  readonly turns: Turns;
  readonly holding: Holding;
  /** Resolves when rights are as the log says. */
  readonly settled: () => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly onEmpty: () => void;
}

/** A subscriber, and how far in the log it is. */
interface Subscriber {
  readonly sink: Sink;
  /** Everything up to here was delivered, or was not for this stream. */
  position: number;
  /** Cursor of the event delivered last. */
  previous: string;
  isBusy: boolean;
}

interface Kept {
  readonly rendered: RenderedEvent | null;
}

/**
 * All streams with the same selection, filter and rights: each event is rendered once for them. A subscriber holds a position in the log, not a queue: replay and live
 * are the same walk from position to position, so there is no seam, and who reads slowly costs nothing and loses nothing.
 */
export class EventGroup {
  private readonly members = new Set<Subscriber>();
  private readonly kept = new LRUCache<number, Kept>({
    max: MOST_KEPT,
    maxSize: MOST_KEPT_BYTES,
    // one that is larger than all the room would not be kept at all, and be rendered for ever
    sizeCalculation: ({ rendered }) => Math.min(100 + (rendered?.bytes ?? 0), MOST_KEPT_BYTES / 4),
  });
  private readonly fills = new Map<number, Promise<number>>();
  private readonly ended = new AbortController();
  private head: number;
  private advancing: Promise<void> | null = null;

  constructor(
    private readonly render: RenderEvents,
    private readonly services: StreamServices,
  ) {
    this.head = services.feed.head.position;
  }

  /** One subscriber more, from a position in the log. */
  join(sink: Sink, after: LogCursor): Unsubscribe {
    const subscriber: Subscriber = { sink, position: after.position, previous: writeCursor(after), isBusy: false };
    this.members.add(subscriber);
    this.drain(subscriber);
    return () => this.leave(subscriber);
  }

  /** Says that the log has grown. */
  advance(): void {
    this.advancing ??= this.catchUp()
      .catch(this.services.onError)
      .finally(() => {
        this.advancing = null;
        if (this.members.size > 0 && this.head < this.services.feed.head.position) this.advance();
      });
  }

  /** Members now, and those that are not at the log's end. */
  get state(): { readonly members: number; readonly behind: number } {
    return {
      members: this.members.size,
      behind: [...this.members].filter(({ position }) => position < this.head).length,
    };
  }

  private leave(subscriber: Subscriber): void {
    if (!this.members.delete(subscriber) || this.members.size > 0) return;
    this.ended.abort();
    this.services.onEmpty();
  }

  private async catchUp(): Promise<void> {
    const { feed, noteStage, settled } = this.services;
    while (this.members.size > 0 && this.head < feed.head.position) {
      const heardAt = performance.now();
      const last = await this.fill(this.head);
      await settled();
      this.head = last;
      const answeredAt = performance.now();
      noteStage('answered', answeredAt - heardAt);
      await inSlices(this.members, (subscriber) => this.drain(subscriber));
      noteStage('delivered', performance.now() - answeredAt);
    }
  }

  /** Delivers to a member what is rendered, as far as its socket takes it; what is not rendered any more is rendered again first. */
  private drain(subscriber: Subscriber): void {
    if (subscriber.isBusy) return;
    while (subscriber.position < this.head && this.members.has(subscriber)) {
      const found = this.kept.get(subscriber.position + 1);
      if (found === undefined) return this.comeBack(subscriber, this.refill(subscriber));
      const { rendered } = found;
      if (rendered !== null) {
        if (subscriber.sink.isBehind) {
          this.services.counts.leftBehind += 1;
          return this.comeBack(subscriber, new Promise((resolve) => subscriber.sink.onDrain(resolve)));
        }
        this.deliver(subscriber, rendered);
      }
      subscriber.position += 1;
    }
  }

  private deliver(subscriber: Subscriber, rendered: RenderedEvent): void {
    const { counts } = this.services;
    const message = rendered.message(subscriber.previous);
    subscriber.previous = rendered.cursor;
    counts.messages += 1;
    counts.bytes += message.length;
    subscriber.sink.send(message);
  }

  /** Goes on with a member when something has happened, with the rights of then. */
  private comeBack(subscriber: Subscriber, after: Promise<void>): void {
    subscriber.isBusy = true;
    after
      .then(() => this.services.settled())
      .catch(this.services.onError)
      .finally(() => {
        subscriber.isBusy = false;
        this.drain(subscriber);
      });
  }

  private async refill({ position, sink }: Subscriber): Promise<void> {
    const { counts, feed } = this.services;
    if (feed.remembers(position)) counts.resumedFromMemory += 1;
    else counts.resumedFromLog += 1;
    const last = await this.fill(position);
    // events that are no longer kept: who comes back with this cursor is told so
    if (last === position && !this.ended.signal.aborted) sink.complete();
  }

  /** Renders the next page of events after a position; gives its last position. A page that several members want is rendered once. */
  private fill(position: number): Promise<number> {
    const underway = this.fills.get(position);
    if (underway !== undefined) return underway;
    const filling = this.renderPage(position).finally(() => this.fills.delete(position));
    this.fills.set(position, filling);
    return filling;
  }

  /** A database that is away is waited for: members keep their places, so that nobody loses anything or has to begin again. */
  private async renderPage(position: number): Promise<number> {
    while (!this.ended.signal.aborted) {
      try {
        const events = await this.services.feed.read(position, PAGE);
        await this.services.settled();
        await sharedTurn(this.services.turns, this.members);
        const rendered = await this.render(events);
        // the last first: where there is not room for all, it is the first that are wanted next
        for (let index = events.length - 1; index >= 0; index--) {
          this.kept.set(events[index]!.position, { rendered: rendered[index]! });
        }
        this.keepWithinRoom();
        this.services.counts.eventsRendered += rendered.filter((entry) => entry !== null).length;
        return events.at(-1)?.position ?? position;
      } catch (error) {
        this.services.onError(error);
        await pause(RETRY_MS, this.ended.signal);
      }
    }
    return position;
  }

  private keepWithinRoom(): void {
    const { holding } = this.services;
    if (holding.hold(this.kept.calculatedSize)) return;
    // those that are wanted next were used last
    while (this.kept.calculatedSize > LEAST_KEPT_BYTES) this.kept.pop();
    holding.hold(this.kept.calculatedSize);
  }
}
