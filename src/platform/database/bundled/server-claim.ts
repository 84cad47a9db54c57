import { setTimeout as delay } from 'node:timers/promises';
import { assertWanted, BundledPostgresError } from './bundled-postgres-error';
import { InstanceLock } from './instance-lock';
import { isPostmaster } from './is-postmaster';
import type { RunningPostmaster } from './run-postmaster';

const PATIENCE_MS = 5_000;
const POLL_MS = 100;

/** What a claim has to know. */
interface ClaimOptions {
  readonly running: RunningPostmaster;
  readonly dataFolder: string;
  readonly log: (message: string) => void;
  /** Starts the server again after it has ended under the program. */
  readonly restart: () => Promise<RunningPostmaster>;
  readonly stopping?: AbortSignal;
}

/**
 * The exclusive right of one server program to an instance, held until release(). When the connection that holds it is
 * lost this is logged, and the right is taken again as soon as PostgreSQL is back: it restarts itself after the crash of
 * one backend, and is started again here when all of it has ended.
 */
export class ServerClaim {
  private lock: InstanceLock | undefined;
  private isReleased = false;
  private regaining: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ClaimOptions,
    private running: RunningPostmaster,
  ) {}

  /** The server's process now. */
  get pid(): number {
    return this.running.pid;
  }

  /**
   * Takes the right; waits 5 seconds for another holder, because the session of a killed program needs a moment to end.
   * Throws BundledPostgresError when it stays taken, and the driver's error when the connection is lost meanwhile.
   */
  static async take(options: ClaimOptions): Promise<ServerClaim> {
    const claim = new ServerClaim(options, options.running);
    await claim.acquire();
    return claim;
  }

  /** Gives the right back. */
  async release(): Promise<void> {
    this.isReleased = true;
    await this.lock?.close();
  }

  /**
   * From now on a lost connection is nothing to speak of: the server is being stopped. Waits for a new start under way, so
   * that `pid` is the process to stop.
   */
  async expectLoss(): Promise<void> {
    this.isReleased = true;
    await this.regaining;
  }

  private async acquire(): Promise<void> {
    let isHeld = false;
    const lock = await InstanceLock.open(this.running.endpoint, (error) => {
      if (isHeld && !this.isReleased) this.regaining = this.regain(error);
    });
    try {
      await waitForLock(lock, this.options);
      isHeld = true;
      this.lock = lock;
    } finally {
      if (!isHeld) await lock.close();
    }
  }

  private async regain(lost: Error): Promise<void> {
    const { dataFolder, log, restart } = this.options;
    log(`The connection that guards the bundled database was lost: ${lost.message}`);
    while (!this.isReleased) {
      try {
        if (!(await isPostmaster(this.running.pid, dataFolder))) {
          log('PostgreSQL has ended under the program and is started again.');
          this.running = await restart();
        }
        await this.acquire();
        if (this.isReleased) return await this.release();
        return log('The bundled database is guarded again.');
      } catch (error) {
        if (error instanceof BundledPostgresError) return log(error.message);
      }
      await delay(POLL_MS, undefined, { ref: false });
    }
  }
}

async function waitForLock(lock: InstanceLock, { dataFolder, stopping }: ClaimOptions): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await lock.tryExclusive('server'))) {
    assertWanted(stopping);
    if (Date.now() < deadline) {
      await delay(POLL_MS);
      continue;
    }
    const pid = /^tiendo (\d+)$/.exec((await lock.findHolder('server')) ?? '')?.[1];
    throw new BundledPostgresError(
      `Another tiendo${pid === undefined ? '' : ` (process ${pid})`} is running on the database in ${dataFolder}: ` +
        'stop it first, or set DATABASE_URL, with which several programs can share one database.',
    );
  }
}
