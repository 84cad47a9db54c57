import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
/** Somebody wrote the same key between the look and the insert: tried again, the look finds it, and the command refuses in its own words. */
const TWICE = '23505';
/** Of many that want the same rows at once some lose more than once; each waits a little longer, and not as long as the others. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;

/** One command's transaction: rows are written through `manager`, and only through it. */
export class Transaction {
  private readonly lastSteps: (() => Promise<void>)[] = [];

  constructor(
    readonly manager: EntityManager,
    /** Tables written so far; the subscriber of TouchedTables fills it, events carry it as their tags. */
    readonly touched: Set<string>,
  ) {}

  /** Adds a step that runs when the work is done, just before the commit, in the order of adding. */
  beforeCommit(step: () => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /** Runs the last steps; called once, by the transaction itself. */
  async finish(): Promise<void> {
    for (const step of this.lastSteps) await step();
  }

  /** Runs one statement inside the transaction and gives its rows (for writes: those of RETURNING). */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const runner = this.manager.queryRunner;
    if (runner === undefined) throw new Error('A transaction has a query runner.');
    const result = await runner.query(text, [...values], true);
    return result.records as Row[];
  }

  /** PostgreSQL's id of this transaction, by which its events are found in the log later. */
  async id(): Promise<string> {
    const [row] = await this.query<{ id: string }>('select pg_current_xact_id()::text as id');
    return row!.id;
  }
}

/**
 * Runs work in one transaction; deadlocks, serialization failures, and keys that another one wrote meanwhile, are tried again from the start: nothing of the
 * attempt before is left, neither rows nor events.
 */
export async function runInTransaction<Result>(
  dataSource: DataSource,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    const touched = new Set<string>();
    runner.data = { touched };
    try {
      await runner.startTransaction();
      const tx = new Transaction(runner.manager, touched);
      const result = await work(tx);
      await tx.finish();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      if (attempt >= ATTEMPTS || !isRetriable(error)) throw error;
    } finally {
      await runner.release();
    }
    // without a connection: those for whom this one waits may need it
    await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}

function isRetriable(error: unknown): boolean {
  const code = error instanceof QueryFailedError ? (error.driverError as { code?: string }).code : undefined;
  return code === DEADLOCK || code === SERIALIZATION || code === TWICE;
}
