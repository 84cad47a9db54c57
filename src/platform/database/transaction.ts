import { setTimeout as pause } from 'node:timers/promises';
import type { PoolClient, QueryResult } from 'pg';
import { errorOfStatement } from './error-of-statement';
import { type DataSource, type EntityManager, QueryFailedError, type QueryRunner } from 'typeorm';

/** Of many that want the same rows at once some lose more than once; each waits a little longer, and not as long as the others. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;

/** A statement that is sent with others: values stand in it as literals. */
export interface LastStatement {
  readonly text: string;
  /** Gets its rows (for writes: those of RETURNING). */
  readonly found?: (rows: readonly object[]) => void;
}

/** One command's transaction: rows are written through `manager`, and only through it. */
export class Transaction {
  private readonly last: (() => LastStatement)[] = [];

  constructor(
    readonly manager: EntityManager,
    /** Tables written so far; the subscriber of TouchedTables fills it, events carry it as their tags. */
    readonly touched: Set<string>,
    private readonly client: PoolClient,
    /** Rows of the statement that was sent with the beginning. */
    readonly opened: readonly object[],
  ) {}

  /** Adds a statement that is made and run when the work is done, in the order of adding. */
  beforeCommit(make: () => LastStatement): void {
    this.last.push(make);
  }

  /** Runs the last statements and commits, in one message: of those behind one that fails PostgreSQL runs none. Called once, by whoever has begun it. */
  async commit(): Promise<void> {
    const statements = this.last.map((make) => make());
    const results = await this.client.query([...statements.map(({ text }) => text), 'commit'].join(';\n'));
    if (statements.length === 0) return;
    for (const [index, { rows }] of (results as unknown as QueryResult<object>[]).slice(0, -1).entries()) {
      statements[index]!.found?.(rows);
    }
  }

  /** Runs one statement inside the transaction and gives its rows (for writes: those of RETURNING). */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row & Record<string, unknown>>(text, [...values])).rows;
  }
}

/**
 * Runs work in one transaction; deadlocks, serialization failures, and keys that another one wrote meanwhile, are tried again from the start: nothing of the
 * attempt before is left, neither rows nor events.
 */
export async function runInTransaction<Result>(
  dataSource: DataSource,
  work: (tx: Transaction) => Promise<Result>,
  opening: string | null,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const runner = dataSource.createQueryRunner();
    const touched = new Set<string>();
    runner.data = { touched };
    try {
      const client = (await runner.connect()) as PoolClient;
      const opened = await begin(client, runner, opening);
      const tx = new Transaction(runner.manager, touched, client, opened);
      const result = await work(tx);
      await tx.commit();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      if (attempt >= ATTEMPTS || !isPassing(error)) throw error;
    } finally {
      await runner.release();
    }
    // without a connection: those for whom this one waits may need it
    await pause(Math.random() * Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS));
  }
}

/** Begins, with a first statement in the same message: where beginning fails it is not run. Gives that one's rows. */
async function begin(client: PoolClient, runner: QueryRunner, opening: string | null): Promise<readonly object[]> {
  // by this TypeORM knows that what it saves belongs to a transaction, and that there may be one to roll back; it does not end it
  (runner as { isTransactionActive: boolean }).isTransactionActive = true;
  if (opening === null) {
    await client.query('start transaction');
    return [];
  }
  const results = await client.query(`start transaction;\n${opening}`);
  return (results as unknown as QueryResult<object>[])[1]!.rows;
}

function isPassing(error: unknown): boolean {
  return errorOfStatement(error instanceof QueryFailedError ? error.driverError : error) === 'passing';
}
