import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { BENCH } from './paths.mjs';

/** The process with the clients. One order at a time. */
export class Load {
  constructor(child) {
    this.child = child;
  }

  static start() {
    return new Load(fork(join(BENCH, 'lib/load-process.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }));
  }

  /** Tells it the items and periods that reports can be for. */
  know(places) {
    this.child.send({ places });
  }

  /** Has an order carried out (see load-process.mjs). Throws when an answer was no good. */
  async run(order) {
    this.child.send(order);
    const ended = new AbortController();
    const [message] = await Promise.race([
      once(this.child, 'message', { signal: ended.signal }),
      once(this.child, 'exit', { signal: ended.signal }).then(() => [
        { failure: 'the process with the clients ended' },
      ]),
    ]).finally(() => ended.abort());
    if (message.failure !== undefined) throw new Error(message.failure);
    return message.counted;
  }

  async stop() {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}
