import { once } from 'node:events';
import { WebSocket } from 'ws';
import { Messages } from './messages';
import type { Closing } from './subscriber';

/** A message of the protocol, as it stands on the wire. */
export interface WireMessage {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** A WebSocket on which a test writes frame by frame, to do what well-behaved clients do not. */
export class RawClient {
  readonly messages = new Messages<WireMessage>();
  readonly closed: Promise<Closing>;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.messages.push(JSON.parse(data.toString('utf8')) as WireMessage));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.messages.end(new Error(`closed ${code}`));
        resolve({ code, reason: reason.toString('utf8') });
      });
    });
  }

  /** Connects, without connection_init. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<RawClient> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    const client = new RawClient(socket);
    await once(socket, 'open');
    return client;
  }

  /** Connects and is acknowledged. */
  static async signedIn(url: string, token: string): Promise<RawClient> {
    const client = await RawClient.open(url);
    client.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, language: 'en' } });
    const { type } = await client.messages.next();
    if (type !== 'connection_ack') throw new Error(`Expected connection_ack, got ${type}.`);
    return client;
  }

  /** Status with which an upgrade is refused. */
  static async refusal(url: string, headers: Record<string, string>): Promise<number> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, { statusCode: number }];
    socket.terminate();
    return response.statusCode;
  }

  /** Writes one frame. */
  send(message: object): void {
    this.socket.send(JSON.stringify(message));
  }

  /** Starts an operation. */
  start(id: string, query: string, variables: object = {}): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** From now on does not answer the server's close, and goes on writing. */
  ignoreClose(): void {
    const { _receiver } = this.socket as unknown as { _receiver: { removeAllListeners(event: string): void } };
    _receiver.removeAllListeners('conclude');
  }

  /** Breaks the connection. */
  async cut(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }
}
