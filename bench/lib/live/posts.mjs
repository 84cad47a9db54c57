import { RawConnection } from '../raw-connection.mjs';

const OK = Buffer.from('HTTP/1.1 200');

/** Sends JSON to a server over connections that are kept as long as the server keeps them. */
export class Posts {
  #port;
  #idle = [];
  #all = new Set();

  constructor(port) {
    this.#port = port;
  }

  /** The parts of the answer. Throws when it is not 200, or names errors. */
  async send(path, headers, body) {
    const text = JSON.stringify(body);
    const lines = Object.entries({
      'content-type': 'application/json',
      accept: 'application/json',
      ...headers,
      'content-length': Buffer.byteLength(text),
    }).map(([name, value]) => `${name}: ${value}`);
    const answer = await this.#exchange(
      Buffer.from(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`),
    );
    const content = answer.toString('utf8');
    if (!answer.subarray(0, OK.length).equals(OK)) throw new Error(`A change was refused: ${content.slice(0, 1_000)}`);
    const parts = JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));
    if (parts.errors !== undefined) throw new Error(`A change failed: ${JSON.stringify(parts.errors).slice(0, 1_000)}`);
    return parts.data;
  }

  close() {
    for (const connection of this.#all) connection.close();
  }

  #exchange(bytes) {
    return new Promise((resolve, reject) => {
      const kept = this.#idle.pop() ?? this.#open();
      kept.onEnd = reject;
      kept.connection.send(bytes, (answer) => {
        kept.onEnd = null;
        this.#idle.push(kept);
        resolve(answer);
      });
    });
  }

  #open() {
    const kept = { onEnd: null };
    kept.connection = new RawConnection(this.#port, (reason) => {
      this.#all.delete(kept.connection);
      this.#idle = this.#idle.filter((other) => other !== kept);
      kept.onEnd?.(new Error(`A change was not answered: ${reason}`));
    });
    this.#all.add(kept.connection);
    return kept;
  }
}
