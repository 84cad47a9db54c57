import type { EventFeed } from './event-feed';
import type { LogEvent } from './event-row';
import type { LogCursor } from './log-cursor';

/**
 * For every tag (a table, `today`) the last event that touched it. What was read at a position of the log is still true as long as none of its tags was touched
 * after that position: nothing has to be thrown away, only asked. Must hear of events before anybody who asks because of them.
 */
export class TouchedTags {
  private readonly last = new Map<string, number>();
  private epoch: number;

  constructor(private readonly feed: EventFeed) {
    this.epoch = feed.head.epoch;
    feed.listen((events) => this.note(events));
  }

  /** Whether what was read at a position, and depends on these tags, holds for everything that this process has heard of. */
  isUntouchedSince(read: LogCursor, tags: Iterable<string>): boolean {
    if (read.epoch !== this.feed.head.epoch) return false;
    for (const tag of tags) if ((this.last.get(tag) ?? 0) > read.position) return false;
    return true;
  }

  private note(events: readonly LogEvent[]): void {
    for (const event of events) {
      // positions of a lost future mean nothing after a restore
      if (event.epoch !== this.epoch) this.last.clear();
      this.epoch = event.epoch;
      for (const tag of event.tags) this.last.set(tag, event.position);
      this.last.set('event_log', event.position);
    }
  }
}
