/** A message of graphql-transport-ws as a client may send it; graphql-ws looks at the rest of it. */
export interface ClientMessage {
  readonly type: string;
  id?: unknown;
}

/** What clients may say. What only servers say (`next`, `error`, `complete` of theirs …) graphql-ws takes for a fault of its own. */
const FROM_CLIENTS: ReadonlySet<unknown> = new Set(['connection_init', 'ping', 'pong', 'subscribe', 'complete']);

/** The message of a frame; null when it is none that a client may send. */
export function clientMessage(text: string): ClientMessage | null {
  let message: unknown;
  try {
    message = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return null;
  return FROM_CLIENTS.has((message as Partial<ClientMessage>).type) ? (message as ClientMessage) : null;
}
