import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { Messages } from '../support/sockets/messages';
import type { WireMessage } from '../support/sockets/raw-client';

/** What a client asks in a `subscribe` message. */
export interface AskedPayload {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly extensions?: { readonly patch?: string; readonly hash?: string };
}

/** How a server behaves that is not well. */
export interface Manners {
  /** Does not answer `connection_init`. */
  readonly isMute?: boolean;
  /** Does not answer pings. */
  readonly isDeaf?: boolean;
  /** Closes each connection with this code instead of acknowledging it. */
  readonly refusesWith?: number;
}

/** A subscription that a client began. */
export class FakeOperation {
  constructor(
    private readonly socket: WebSocket,
    private readonly id: string,
    readonly asked: AskedPayload,
  ) {}

  /** Sends a `next` message. */
  next(payload: object): void {
    this.send('next', payload);
  }

  /** Sends an `error` message. */
  error(code: string): void {
    this.send('error', [{ message: code, extensions: { code } }]);
  }

  complete(): void {
    this.send('complete');
  }

  private send(type: string, payload?: object): void {
    this.socket.send(JSON.stringify({ id: this.id, type, payload }));
  }
}

/** One connection, seen from the server. */
export class FakeConnection {
  /** Subscriptions in the order in which they began, without the heartbeat's. */
  readonly operations = new Messages<FakeOperation>();
  /** Ids of subscriptions that the client ended. */
  readonly completed = new Messages<string>();

  constructor(
    readonly socket: WebSocket,
    /** What the client said in `connection_init`. */
    readonly hello: unknown,
  ) {}

  close(code: number): void {
    this.socket.close(code);
  }

  /** Breaks the connection as a cut cable would. */
  cut(): void {
    this.socket.terminate();
  }
}

const BEAT = { serverTime: '2023-11-14T08:00:00+07:00', today: '2023-11-14', cursor: '1.7', appVersion: 'fake' };

/** Speaks graphql-transport-ws word by word as a test tells it to; beats by itself. */
export class FakeServer {
  /** Connections that were acknowledged. */
  readonly connections = new Messages<FakeConnection>();
  /** Codes with which connections were closed. */
  readonly closings = new Messages<number>();
  /** How it behaves towards connections from now on. */
  manners: Manners = {};

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (socket) => this.serve(socket, this.manners));
  }

  /** Starts one on a port: a free one if none is given. */
  static async start(port = 0): Promise<FakeServer> {
    const server = new WebSocketServer({ port, host: '127.0.0.1' });
    await once(server, 'listening');
    return new FakeServer(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/graphql`;
  }

  async close(): Promise<void> {
    for (const socket of this.server.clients) socket.terminate();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(socket: WebSocket, { isMute, isDeaf, refusesWith }: Manners): void {
    let connection: FakeConnection | null = null;
    const send = (message: object): void => socket.send(JSON.stringify(message));
    socket.on('close', (code) => this.closings.push(code));
    socket.on('message', (data: Buffer) => {
      const { id, type, payload } = JSON.parse(data.toString('utf8')) as WireMessage;
      if (type === 'ping' && !isDeaf) send({ type: 'pong' });
      if (type === 'connection_init' && refusesWith !== undefined) socket.close(refusesWith);
      else if (type === 'connection_init' && !isMute) {
        connection = new FakeConnection(socket, payload);
        send({ type: 'connection_ack' });
        this.connections.push(connection);
      }
      if (type === 'complete') connection?.completed.push(id!);
      if (type !== 'subscribe') return;
      const asked = payload as AskedPayload;
      if (asked.query.includes('heartbeat')) send({ id, type: 'next', payload: { data: { heartbeat: BEAT } } });
      else connection?.operations.push(new FakeOperation(socket, id!, asked));
    });
  }
}
