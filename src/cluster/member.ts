import cluster, { type Worker } from 'node:cluster';
import type { StartFacts } from '../announce-start';
import { closeUntakenConnections } from './untaken-connections';
import type { FromWorker, ToWorker } from './worker-messages';

/** One worker of the pool, from its fork to its end. */
export class Member {
  /** When it began to serve, on the scale of `performance.now()`; null before. */
  readyAt: number | null = null;
  /** Whether it was asked to go. */
  isLeaving = false;
  /** Resolves when it serves; rejects when it ends before. */
  readonly ready: Promise<StartFacts>;
  /** Resolves when its process is gone, with how it ended. */
  readonly gone: Promise<string>;
  private readonly worker: Worker;

  constructor(brief: ToWorker) {
    this.worker = cluster.fork();
    closeUntakenConnections(this.worker);
    this.gone = new Promise((resolve) => {
      this.worker.once('exit', (code: number | null, signal: string | null) => resolve(signal ?? `code ${code}`));
      this.worker.on('error', (error) => {
        // one that runs will end, too; one that the system refused to make has no end of its own
        if (this.pid === undefined) resolve(error.message);
      });
    });
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', ({ ready }: FromWorker) => {
        this.readyAt = performance.now();
        resolve(ready);
      });
      void this.gone.then((ending) => reject(new Error(`A worker ended before it served (${ending}).`)));
    });
    // what cannot be told to one that has died, its end says
    this.worker.send(brief, () => undefined);
  }

  /** Its process. */
  get pid(): number | undefined {
    return this.worker.process.pid;
  }

  /** Ends it at once. */
  kill(): void {
    this.isLeaving = true;
    this.worker.process.kill('SIGKILL');
  }

  /** Asks it to drain and resolves when it is gone; kills it, and says so, when that takes longer than the time given. */
  async dismiss(patienceMs: number, onKill: () => void): Promise<void> {
    this.isLeaving = true;
    this.worker.process.kill('SIGTERM');
    const timer = setTimeout(() => {
      onKill();
      this.kill();
    }, patienceMs);
    await this.gone;
    clearTimeout(timer);
  }
}
