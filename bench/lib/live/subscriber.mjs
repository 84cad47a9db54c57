import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { CLOSE, FrameReader, PING, pongFrame, TEXT, textFrame } from './frames.mjs';

/** What the sockets of this process read into: one at a time, and nothing of it is kept. */
const READ = Buffer.alloc(1024 * 1024);
const HEADER_END = Buffer.from('\r\n\r\n');

/**
 * One subscriber: a socket of its own with one subscription over graphql-transport-ws, or a bare WebSocket that is only sent to. It looks at as little of a delivery as
 * it can, which leaves the processor to the server that is measured; all else is decoded.
 */
export class Subscriber {
  #socket;
  #frames = new FrameReader();
  #header = Buffer.alloc(0);
  #isUpgraded = false;
  #subscribe;
  #onReady;
  #handlers;

  /**
   * `init` and `subscribe` are the texts of the messages to send, null for a bare WebSocket. `isDelivery` gets each message's bytes and answers whether it was one;
   * `onFault` hears of whatever else should not happen.
   */
  constructor({ port, path, init, subscribe }, handlers) {
    this.#handlers = handlers;
    this.#subscribe = subscribe;
    this.ready = new Promise((resolve) => (this.#onReady = resolve));
    this.#socket = connect({
      port,
      host: '127.0.0.1',
      noDelay: true,
      onread: {
        buffer: READ,
        callback: (size) => {
          this.#take(READ.subarray(0, size));
          return true;
        },
      },
    });
    this.#socket.on('error', (error) => this.#fault(error.message));
    this.#socket.on('close', () => this.#fault('the server closed the connection'));
    this.#socket.write(upgradeRequest(path));
    this.init = init;
  }

  close() {
    this.#handlers = null;
    this.#socket.destroy();
  }

  #take(chunk) {
    if (this.#isUpgraded) return this.#frames.take(chunk, (opcode, payload) => this.#onFrame(opcode, payload));
    this.#header = Buffer.concat([this.#header, chunk]);
    const end = this.#header.indexOf(HEADER_END);
    if (end < 0) return;
    const status = this.#header.toString('latin1', 0, 12);
    if (!status.endsWith(' 101')) return this.#fault(`the upgrade was answered by "${status}"`);
    this.#isUpgraded = true;
    if (this.init === null) this.#onReady();
    else this.#socket.write(textFrame(this.init));
    const rest = this.#header.subarray(end + HEADER_END.length);
    this.#header = null;
    if (rest.length > 0) this.#take(rest);
  }

  #onFrame(opcode, payload) {
    if (this.#handlers === null) return;
    if (opcode === PING) return this.#socket.write(pongFrame(payload));
    if (opcode === CLOSE) return this.#fault(`the server closed: ${payload.subarray(2).toString()}`);
    if (opcode !== TEXT) return;
    if (!this.#handlers.isDelivery(payload)) this.#onMessage(payload.toString());
  }

  #onMessage(text) {
    const { type } = JSON.parse(text);
    if (type === 'connection_ack') {
      this.#socket.write(textFrame(this.#subscribe));
      this.#onReady();
    } else if (type === 'ping') {
      this.#socket.write(textFrame('{"type":"pong"}'));
    } else if (type !== 'pong') {
      this.#fault(`a message was no good: ${text.slice(0, 1_000)}`);
    }
  }

  #fault(reason) {
    this.#handlers?.onFault(reason);
  }
}

function upgradeRequest(path) {
  const lines = [
    `GET ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    'sec-websocket-protocol: graphql-transport-ws',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}
