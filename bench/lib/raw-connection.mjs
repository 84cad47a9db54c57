import { connect } from 'node:net';

const HEADER_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('\r\n0\r\n\r\n');

/**
 * One kept-alive HTTP/1.1 connection that has one request under way at a time. It knows only what servers answer here (a length, or chunks), which
 * leaves the processor to the server that is measured.
 */
export class RawConnection {
  #socket;
  #chunks = [];
  #size = 0;
  #expected = null;
  #onAnswer = () => undefined;
  #onEnd;

  /** `onEnd` hears of a connection that broke, with the reason. */
  constructor(port, onEnd) {
    this.#onEnd = onEnd;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#onEnd(error.message));
    this.#socket.on('close', () => this.#onEnd('the server closed the connection'));
  }

  /** Sends a whole request; `onAnswer` gets the whole answer, header included. */
  send(request, onAnswer) {
    this.#onAnswer = onAnswer;
    this.#socket.write(request);
  }

  close() {
    this.#onEnd = () => undefined;
    this.#socket.destroy();
  }

  #take(chunk) {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    this.#expected ??= this.#expectedSize();
    if (this.#expected === null) return;
    if (this.#expected === 'chunked' ? !this.#endsWithLastChunk(chunk) : this.#size < this.#expected) return;
    const answer = this.#chunks.length === 1 ? chunk : Buffer.concat(this.#chunks, this.#size);
    this.#chunks = [];
    this.#size = 0;
    this.#expected = null;
    this.#onAnswer(answer);
  }

  /** Bytes of the whole answer once its header is there. */
  #expectedSize() {
    const begun = this.#chunks.length === 1 ? this.#chunks[0] : Buffer.concat(this.#chunks, this.#size);
    const end = begun.indexOf(HEADER_END);
    if (end < 0) return null;
    const header = begun.toString('latin1', 0, end);
    const length = /\r\ncontent-length: *(\d+)/i.exec(header);
    return length === null ? 'chunked' : end + HEADER_END.length + Number(length[1]);
  }

  #endsWithLastChunk(chunk) {
    const tail = chunk.length >= LAST_CHUNK.length ? chunk : Buffer.concat(this.#chunks, this.#size);
    return tail.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK);
  }
}
