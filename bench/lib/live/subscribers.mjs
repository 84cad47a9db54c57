import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BENCH } from '../paths.mjs';

/** Subscribers of one process: more would make it, and not the server, what is measured. */
const PER_PROCESS = 2_500;
/** Longest time that an order may take. */
const PATIENCE_MS = 120_000;

/** All subscribers of one server, in processes of their own. */
export class Subscribers {
  #parts;

  constructor(parts, count) {
    this.#parts = parts;
    this.count = count;
  }

  /** Starts the processes for a number of subscribers; `name` says in errors whose they are. */
  static start(name, count) {
    const parts = [];
    for (let from = 0; from < count; from += PER_PROCESS)
      parts.push(new Part(name, from, Math.min(count, from + PER_PROCESS)));
    return new Subscribers(parts, count);
  }

  /** Has all of them subscribe; `targetOf` says for each by its number what it connects to and sends. */
  async open({ port, kind, targetOf }) {
    await Promise.all(
      this.#parts.map((part) => {
        const targets = Array.from({ length: part.to - part.from }, (_, index) => targetOf(part.from + index));
        return part.ask('open', { port, kind, targets });
      }),
    );
  }

  /** Resolves when all have reached a target: the moment of the last one, and the messages that all had got by then. */
  async reach(target) {
    const reached = await this.#ask('reach', { target });
    return {
      moment: Math.max(...reached.map(({ moment }) => moment)),
      messages: reached.reduce((sum, { messages }) => sum + messages, 0),
    };
  }

  /** Resolves when the first of all gets the change with a serial. */
  async first(serial) {
    await Promise.race(this.#parts.map((part) => part.ask('first', { serial })));
  }

  async restart() {
    await this.#ask('restart');
  }

  /** Messages so far. */
  async messages() {
    return (await this.#ask('count')).reduce((sum, count) => sum + count, 0);
  }

  async record(from, count) {
    await this.#ask('record', { from, count });
  }

  /** When each subscriber got each recorded change: an array of moments by subscriber for each change. */
  async recorded(count) {
    const parts = await this.#ask('recorded');
    return Array.from({ length: count }, (_, change) =>
      parts.flatMap((moments) => {
        const size = moments.length / count;
        return [...moments.subarray(change * size, (change + 1) * size)];
      }),
    );
  }

  async keep() {
    await this.#ask('keep');
  }

  /** The last message of each subscriber since `keep`, and where each has got to. */
  async kept() {
    const parts = await this.#ask('kept');
    return { texts: parts.flatMap(({ texts }) => texts), at: parts.flatMap(({ at }) => at) };
  }

  async stop() {
    await Promise.all(this.#parts.map((part) => part.stop()));
  }

  #ask(order, details) {
    return Promise.all(this.#parts.map((part) => part.ask(order, details)));
  }
}

/** One process with subscribers. */
class Part {
  #child;
  #asked = new Map();
  #failure = null;
  #isStopping = false;
  #last = 0;

  constructor(name, from, to) {
    this.name = name;
    this.from = from;
    this.to = to;
    this.#child = fork(join(BENCH, 'lib/live/subscriber-process.mjs'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    this.#child.on('message', ({ id, result, failure }) => {
      if (id === undefined) return this.#fail(failure);
      const asked = this.#asked.get(id);
      this.#asked.delete(id);
      if (failure === undefined) asked?.resolve(result);
      else asked?.reject(new Error(`${this.name}: ${failure}`));
    });
    this.#child.on('exit', () => this.#fail('a process with subscribers ended'));
  }

  ask(order, details = {}) {
    if (this.#failure !== null) return Promise.reject(new Error(this.#failure));
    const id = ++this.#last;
    const answer = new Promise((resolve, reject) => {
      const patience = setTimeout(
        () => reject(new Error(`${this.name}: subscribers did not get there in time (${order}).`)),
        PATIENCE_MS,
      );
      const settle = (done) => (value) => {
        clearTimeout(patience);
        done(value);
      };
      this.#asked.set(id, { resolve: settle(resolve), reject: settle(reject) });
    });
    this.#child.send({ id, order, ...details });
    return answer;
  }

  async stop() {
    this.#isStopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGTERM');
    await ended;
  }

  /** Something went wrong that no order asked about: whatever is waited for fails by it, and so does the next order. */
  #fail(reason) {
    if (this.#isStopping) return;
    this.#failure ??= `${this.name}: ${reason}`;
    for (const { reject } of this.#asked.values()) reject(new Error(this.#failure));
    this.#asked.clear();
  }
}
