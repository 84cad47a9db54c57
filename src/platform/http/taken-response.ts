import { type IncomingMessage, ServerResponse } from 'node:http';

/** Of the time in which an answer must go on being taken, so many at most until all of it is. */
const MOST_WAITS = 20;

/** Answers that end the connection of a client that does not take them: there must be progress all the time, and an end to it. */
export function responsesTakenWithin(requestMs: number): typeof ServerResponse {
  return class TakenResponse<Request extends IncomingMessage> extends ServerResponse<Request> {
    override end(...given: unknown[]): this {
      super.end(...(given as []));
      const { socket } = this;
      // most are taken at once, as a whole
      if (socket !== null && socket.writableLength > 0) {
        // Node's timeout begins again whenever a part was taken
        socket.setTimeout(requestMs);
        const last = setTimeout(() => socket.destroy(), requestMs * MOST_WAITS);
        this.once('close', () => clearTimeout(last));
      }
      return this;
    }
  };
}
