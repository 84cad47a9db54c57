import { RawConnection } from '../raw-connection.mjs';

const OK = Buffer.from('HTTP/1.1 200');

/** Requests under way at a time: what comes faster than a server writes waits here, as it would in any client, and its time counts from when it came. */
const MOST_UNDER_WAY = 100;

/** Sends JSON to a server over connections that are kept as long as the server keeps them. */
export class Posts {
  #port;
  #idle = [];
  #underWay = 0;
  #waiting = [];
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
    const answer = await this.#inTurn(
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

  async #inTurn(bytes) {
    if (this.#underWay >= MOST_UNDER_WAY) await new Promise((resolve) => this.#waiting.push(resolve));
    else this.#underWay += 1;
    try {
      return await this.#exchange(bytes);
    } finally {
      // whoever waits takes this one's place
      const next = this.#waiting.shift();
      if (next === undefined) this.#underWay -= 1;
      else next();
    }
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
