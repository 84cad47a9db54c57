import { dataSourceOn } from '../../../src/open-data-source';
import { Database } from '../../../src/platform/database/database';
import type { Bus } from '../../../src/platform/event-log/bus';
import { EventLog } from '../../../src/platform/event-log/event-log';
import type { TestTarget } from '../database';
import { EventWriter } from '../event-writer';

/** A poll that never comes within a test: what arrives has come over the bus. */
export const NEVER_MS = 600_000;

/** The log of one process, with connections and a bus of its own. */
export class LogProcess {
  /** Positions of the events that its listeners got, as they got them. */
  readonly delivered: number[] = [];

  private constructor(
    readonly log: EventLog,
    readonly database: Database,
    private readonly writer: EventWriter,
    /** What was reported. */
    readonly errors: string[],
  ) {}

  /** Takes up the log of a database. */
  static async start(
    target: TestTarget,
    makeBus: (database: Database, onError: (error: unknown) => void) => Bus,
    pollMs: number,
  ): Promise<LogProcess> {
    const errors: string[] = [];
    const onError = (error: unknown): number => errors.push(error instanceof Error ? error.message : String(error));
    const database = new Database(await dataSourceOn(target).initialize(), target, onError);
    const log = new EventLog(database, onError, makeBus(database, onError), pollMs);
    const started = new LogProcess(log, database, new EventWriter(database), errors);
    await log.start();
    log.feed.listen((events) => started.delivered.push(...events.map(({ position }) => position)));
    return started;
  }

  /** Commits events, one transaction each, and numbers them. */
  async write(count = 1): Promise<void> {
    for (let index = 0; index < count; index++) await this.writer.write({});
    await this.log.sequence();
  }

  /** Resolves when it has heard of the log up to a position. */
  async reaches(position: number): Promise<void> {
    const hasReached = await this.log.hasReached({ epoch: this.log.feed.head.epoch, position }, 20_000);
    if (!hasReached) throw new Error(`The log was heard of up to ${this.log.feed.head.position}, not to ${position}.`);
  }

  async stop(): Promise<void> {
    await this.log.stop();
    await this.writer.close();
  }
}

/** The first positions of a log. */
export function upTo(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
