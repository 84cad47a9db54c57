import type { StartFacts } from '../announce-start';
import type { Logger } from '../platform/observability/logger';
import { Member } from './member';
import type { ToWorker } from './worker-messages';

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 10_000;
/** Who served that long did not die of a start that cannot succeed. */
const STEADY_MS = 10_000;
/** How long a worker may take to end, beyond the time in which it sends its clients away: its longest statement, and some. */
const ENDING_MS = 45_000;

/** Keeps a number of workers running: makes new ones for those that die, and for all of them, one after the other, when asked to. */
export class WorkerPool {
  private readonly members = new Set<Member>();
  private failures = 0;
  private isStarted = false;
  private isStopping = false;
  private isRollWanted = false;
  private rolling: Promise<void> | null = null;

  constructor(
    private readonly size: number,
    private readonly brief: ToWorker,
    /** The time in which workers send their clients away. */
    private readonly drainMs: number,
    private readonly logger: Logger,
  ) {}

  /**
   * Starts one worker, and when it serves the others: then there is nothing left to migrate or to load. Resolves when all serve or have failed to, which is
   * tried again. Rejects when the first one cannot start.
   */
  async start(): Promise<StartFacts> {
    const facts = await this.spawn();
    this.isStarted = true;
    if (this.isStopping) return facts;
    await Promise.allSettled(Array.from({ length: this.size - 1 }, () => this.spawn()));
    return facts;
  }

  /** Replaces every worker: whenever a new one is ready, an old one goes. When a new one cannot start, the old ones that are left stay. */
  roll(): void {
    this.isRollWanted = true;
    this.rolling ??= this.rollWhileWanted().finally(() => {
      this.rolling = null;
    });
  }

  /** Drains all workers; resolves when they are gone. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await Promise.all([...this.members].map((member) => this.dismiss(member)));
  }

  /** Ends all workers at once, whatever they do. */
  kill(): void {
    this.isStopping = true;
    for (const member of this.members) member.kill();
  }

  private get staying(): Member[] {
    return [...this.members].filter(({ isLeaving }) => !isLeaving);
  }

  private spawn(): Promise<StartFacts> {
    const member = new Member(this.brief);
    this.members.add(member);
    void member.gone.then((ending) => {
      this.members.delete(member);
      if (!member.isLeaving && this.isStarted && !this.isStopping) this.replace(member, ending);
    });
    return member.ready;
  }

  /** Makes a new worker for one that died, the later the more often they die. */
  private replace({ pid, readyAt }: Member, ending: string): void {
    this.logger.error(`worker ${pid} ended (${ending})`);
    const wasSteady = readyAt !== null && performance.now() - readyAt > STEADY_MS;
    this.failures = wasSteady ? 0 : this.failures + 1;
    const delay = wasSteady ? 0 : Math.min(FIRST_DELAY_MS * 2 ** (this.failures - 1), LONGEST_DELAY_MS);
    setTimeout(() => {
      // while all are being replaced there may be enough of them
      if (!this.isStopping && this.staying.length < this.size) this.spawn().catch(() => undefined);
    }, delay);
  }

  private async rollWhileWanted(): Promise<void> {
    while (this.isRollWanted && !this.isStopping) {
      this.isRollWanted = false;
      try {
        for (const old of this.staying) await this.exchange(old);
        this.logger.info('rolling restart: done');
      } catch (error) {
        if (!this.isStopping) this.logger.error({ err: error }, 'rolling restart: given up');
      }
    }
  }

  private async exchange(old: Member): Promise<void> {
    if (this.isStopping) return;
    await this.spawn();
    await this.dismiss(old);
  }

  private async dismiss(member: Member): Promise<void> {
    if (!this.members.has(member)) return;
    await member.dismiss(this.drainMs + ENDING_MS, () => {
      this.logger.error(`worker ${member.pid} does not end and is killed`);
    });
  }
}
