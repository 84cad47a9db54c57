import type { Received } from './sequence-check';
import { until } from '../until';
import { Subscriber } from './subscriber';

/** An event as followers ask for it. */
export interface Followed {
  readonly events: {
    readonly cursor: string;
    readonly previous: string;
    readonly type: string;
    readonly data: { readonly name?: string };
  };
}

const FOLLOW = 'subscription ($after: Cursor) { events(after: $after) { cursor previous type data } }';

/**
 * Follows the log from a cursor until an event of the type `ENDED`, over as many connections as it takes: whenever one breaks, it goes on where it was,
 * at the address of that moment. `signal` ends it when the test has ended otherwise.
 */
export async function followEvents(
  url: () => string,
  token: string,
  start: string,
  signal: AbortSignal,
): Promise<Received[]> {
  const received: Received[] = [];
  while (!signal.aborted) {
    const subscriber = new Subscriber(url(), token);
    const { messages } = subscriber.subscribe<Followed>(FOLLOW, { after: received.at(-1)?.place ?? start });
    try {
      for (;;) {
        const { events } = (await messages.next()).data;
        received.push({ name: events.data.name ?? events.cursor, place: events.cursor, previous: events.previous });
        if (events.type !== 'ENDED') continue;
        await subscriber.close();
        return received;
      }
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('closed 1')) throw error;
      // the server may be away
      await until(
        () => isServing(url()),
        (serves) => serves || signal.aborted,
      );
    }
  }
  return received;
}

function isServing(url: string): Promise<boolean> {
  return fetch(`${url}/readyz`).then(
    (response) => response.ok,
    () => false,
  );
}
