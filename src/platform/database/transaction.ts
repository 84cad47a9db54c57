import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';

const DEADLOCK = '40P01';
const SERIALIZATION = '40001';
/** Somebody wrote the same key between the look and the insert: tried again, the look finds it, and the command refuses in its own words. */
const TWICE = '23505';
/** Of many that want the same rows at once some lose more than once; each waits a little longer, and not as long as the others. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;

/** A writer's connection, on which statements are sent without waiting for the answers to those before. */
type Connected = PoolClient & { readonly connection: { readonly stream: Duplex } };

/** One command's transaction: rows are written through `manager`, and only through it. */
export class Transaction {
  private readonly lastSteps: (() => Promise<void>)[] = [];

  constructor(
    readonly manager: EntityManager,
    /** Tables written so far; the subscriber of TouchedTables fills it, events carry it as their tags. */
    readonly touched: Set<string>,
    private readonly client: Connected,
  ) {}

  /** Adds a step that runs when the work is done, in the order of adding: one statement, which is sent at once, together with those of the others. */
  beforeCommit(step: () => Promise<void>): void {
    this.lastSteps.push(step);
  }

  /** Runs the last steps, in one round trip, and commits; called once, by whoever has begun it. */
  async commit(): Promise<void> {
    const { stream } = this.client.connection;
    stream.cork();
    const ended = this.lastSteps.map((step) => step());
    stream.uncork();
    await Promise.all(ended);
    // not sent with them: a step may fail before it has sent anything, and the server would not know of that
    await this.client.query('commit');
  }

  /** Runs one statement inside the transaction and gives its rows (for writes: those of RETURNING). */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row & Record<string, unknown>>(text, [...values])).rows;
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
      const client = (await runner.connect()) as Connected;
      await begin(client, runner);
      const tx = new Transaction(runner.manager, touched, client);
      const result = await work(tx);
      await tx.commit();
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

/** Begins before anything is sent: where beginning failed, what came behind would be committed by itself. */
async function begin(client: Connected, runner: QueryRunner): Promise<void> {
  await client.query('start transaction');
  // by this TypeORM knows that what it saves belongs to a transaction; it does not end it
  (runner as { isTransactionActive: boolean }).isTransactionActive = true;
}

function isRetriable(error: unknown): boolean {
  const { code } = (error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown };
  return code === DEADLOCK || code === SERIALIZATION || code === TWICE;
}
