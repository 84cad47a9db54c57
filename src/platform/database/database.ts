import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { clientOptions, type ConnectionTarget } from './connection';
import { DatabaseListener } from './database-listener';
import { runInTransaction, type Transaction } from './transaction';

/** The oldest PostgreSQL that the program runs on. */
export const OLDEST_SERVER = 15;

/**
 * The program's database: commands write through `transaction` (TypeORM), everything that reads goes through `query` on a pool of
 * its own, so that a burst of reads cannot starve the writers.
 */
export class Database {
  private readonly readers: Pool;

  constructor(
    readonly dataSource: DataSource,
    private readonly target: ConnectionTarget,
    onIdleError: (error: Error) => void,
    readers = 10,
  ) {
    this.readers = new Pool({ ...clientOptions(target, 'tiendo read'), max: readers });
    // without a listener, a connection that breaks while idle takes the process down
    this.readers.on('error', onIdleError);
  }

  /** Runs one statement outside any transaction and gives its rows. */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.readers.query<Row & Record<string, unknown>>(text, [...values]);
    return result.rows;
  }

  /** Runs one statement that each connection prepares once under its name; gives its rows as arrays, in the order of the columns. */
  async prepared<Row extends unknown[]>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    const result = await this.readers.query<Row>({ name, text, values: [...values], rowMode: 'array' });
    return result.rows;
  }

  /** Runs a command's work in one transaction; commits its rows and its events together, or nothing. Retries deadlocks. */
  transaction<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    return runInTransaction(this.dataSource, work);
  }

  /** Listens on a channel over one connection of its own, which is renewed whenever it breaks. */
  async listen(
    channel: string,
    onMessage: (payload: string) => void,
    onError: (error: Error) => void,
  ): Promise<DatabaseListener> {
    const listener = new DatabaseListener(clientOptions(this.target, 'tiendo listen'), channel, onMessage, onError);
    await listener.start();
    return listener;
  }

  /** Ends all connections; waits for statements under way. */
  async close(): Promise<void> {
    await this.readers.end();
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
