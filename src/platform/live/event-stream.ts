import { pause } from '../lib/pause';
import type { EventFeed } from '../event-log/event-feed';
import type { LogEvent } from '../event-log/event-row';
import { type LogCursor, readCursor, writeCursor } from '../event-log/log-cursor';
import type { Actor } from '../access/actor';
import { canSeeEvent } from '../reader/event.policy';
import { ReadError } from '../reader/read-error';

const PAGE = 200;

/** After a failure that may pass, the time until the next try. */
const RETRY_MS = 1_000;

/** An event as a subscription delivers it. */
export interface StreamedEvent extends LogEvent {
  readonly cursor: string;
  /** Cursor of the event delivered before this one: equality proves that nothing was lost on the way. */
  readonly previous: string;
}

/** What a stream of events needs. */
export interface EventStreamRequest {
  readonly feed: EventFeed;
  readonly after: string | null;
  /** The rights of now; asked for every page, after changes of rights have settled. */
  readonly actor: () => Promise<Actor>;
  /** Of the given events, the positions of those that the subscriber's filter lets through. */
  readonly matching: (events: readonly LogEvent[]) => Promise<ReadonlySet<number>>;
  /** Oldest position that is kept. */
  readonly oldest: () => Promise<number>;
  /** Told of failures that are tried again. */
  readonly onFailure: (error: unknown) => void;
}

/**
 * The log as a stream: replays from a cursor, then goes on live, by reading always after its own position, so that there is no seam between the two. It
 * holds a position, not a queue: who reads slowly costs nothing and loses nothing.
 */
export async function* streamEvents(
  request: EventStreamRequest,
  signal: AbortSignal,
): AsyncGenerator<StreamedEvent, void, void> {
  const start = await startOf(request);
  let position = start.position;
  let previous = writeCursor(start);
  while (!signal.aborted) {
    const page = await readPage(request, position, signal);
    if (page === null) continue;
    for (const event of page.events) {
      position = event.position;
      if (!page.matching.has(position) || !canSeeEvent(page.actor, event)) continue;
      const cursor = writeCursor(event);
      yield { ...event, cursor, previous };
      previous = cursor;
      if (signal.aborted) return;
    }
  }
}

interface StreamPage {
  readonly events: readonly LogEvent[];
  readonly matching: ReadonlySet<number>;
  readonly actor: Actor;
}

/**
 * The next events after a position with the rights of now; null after waiting for some. A database that is away is waited for, too: the stream keeps its
 * position, so that its subscriber neither loses anything nor has to begin again.
 */
async function readPage(
  request: EventStreamRequest,
  position: number,
  signal: AbortSignal,
): Promise<StreamPage | null> {
  const { feed, matching, actor, onFailure } = request;
  try {
    const events = await feed.read(position, PAGE);
    if (events.length > 0) return { events, matching: await matching(events), actor: await actor() };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    onFailure(error);
    await pause(RETRY_MS, signal);
    return null;
  }
  await nextBatch(feed, position, signal);
  return null;
}

async function startOf({ feed, after, oldest }: EventStreamRequest): Promise<LogCursor> {
  if (after === null) return feed.head;
  const cursor = readCursor(after);
  const head = feed.head;
  if (cursor === null) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`after` không phải là vị trí nhật ký.',
      en: '`after` is no log position.',
    });
  }
  if (cursor.epoch > head.epoch || (cursor.epoch === head.epoch && cursor.position > head.position)) {
    throw new ReadError('BAD_USER_INPUT', {
      vi: '`after` ở phía sau cuối nhật ký. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
      en: '`after` lies beyond the end of the log. Read the data again and subscribe from the new position.',
    });
  }
  if (cursor.epoch < head.epoch || cursor.position < (await oldest()) - 1) {
    throw new ReadError('CURSOR_EXPIRED', {
      vi: 'Vị trí này không còn dùng được. Hãy đọc lại dữ liệu rồi đăng ký từ vị trí mới.',
      en: 'This position can no longer be used. Read the data again and subscribe from the new position.',
    });
  }
  return cursor;
}

function nextBatch(feed: EventFeed, position: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = feed.listen(done);
    signal.addEventListener('abort', done);
    // events may have come before the listener stood
    if (signal.aborted || feed.head.position > position) done();
  });
}
