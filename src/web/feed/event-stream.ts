import type { Counts } from './counts';
import { judgeOrder } from './event-order';
import { type FeedError, GapError } from './feed-error';
import type { Source, Verdict } from './subscription';
import { tell } from './tell';
import { errorOf } from './wire';

/** An event of the log with what was selected of it. */
export type StreamedEvent<TSelected> = TSelected & {
  readonly cursor: string;
  /** Cursor of the event delivered before this one. */
  readonly previous: string;
};

/** Which events are wanted. */
export interface EventRequest {
  /** Cursor of the last event that the caller has; none: from now. */
  readonly after?: string;
  /** Filter, an `EventFilter` of the schema. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Fields of `Event` beside `cursor` and `previous`; `type occurredAt data` if none are named. */
  readonly selection?: string;
}

/** Who takes the events. */
export interface EventSink<TSelected> {
  /** The next event: each once, in order, none left out. */
  readonly next: (event: StreamedEvent<TSelected>) => void;
  /** The server answered with errors, or (GapError) an event was missing. The stream goes on after the last event that was delivered. */
  readonly failed?: (error: FeedError) => void;
  /** The cursor is older than what the server keeps, or of a log that was restored. The stream has ended: read the data again and begin from their cursor. */
  readonly expired: (cursor: string) => void;
}

type Selected = Readonly<Record<string, unknown>>;
interface Delivered {
  readonly events?: StreamedEvent<Selected> | null;
}

const CURSOR_EXPIRED = 'CURSOR_EXPIRED';

/** The document of an event stream. */
export function eventDocument(selection = 'type occurredAt data'): string {
  return `subscription Events($after: Cursor, $where: EventFilter) { events(after: $after, where: $where) { cursor previous ${selection} } }`;
}

/** The log after a cursor: resumed from the last delivered event, proven to have no gap and no repeat. */
export function eventStream<TSelected>(
  { where, selection }: EventRequest,
  after: string,
  sink: EventSink<TSelected>,
  counts: Counts,
): Source {
  const query = eventDocument(selection);
  let last = after;

  const deliver = (event: StreamedEvent<Selected>): Verdict => {
    const order = judgeOrder(last, event);
    if (order === 'repeat') counts.repeats += 1;
    if (order === 'gap') {
      counts.gaps += 1;
      tell(sink.failed, new GapError(last, event.previous, event.cursor));
      return 'again';
    }
    if (order === 'next') {
      counts.events += 1;
      last = event.cursor;
      tell(sink.next, event as StreamedEvent<TSelected>);
    }
    return 'good';
  };

  return {
    payload: () => ({ query, operationName: 'Events', variables: { after: last, where } }),
    take({ data, errors = [] }) {
      if (errors.some(({ extensions }) => extensions?.code === CURSOR_EXPIRED)) {
        tell(sink.expired, last);
        return 'over';
      }
      if (errors.length > 0) tell(sink.failed, errorOf(errors));
      const event = (data as Delivered | null | undefined)?.events;
      return event == null ? 'failed' : deliver(event);
    },
  };
}
