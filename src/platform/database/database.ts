import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { Turns } from '../lib/turns';
import { clientOptions, type ConnectionTarget, HEAVY_SHARES, POOL_SIZES, sharesOf } from './connection';
import { DatabaseListener } from './database-listener';
import { ForgettingClient } from './forgetting-client';
import { readSnapshot, type Snapshot } from './read-snapshot';
import { runInTransaction, type Transaction } from './transaction';

/** The oldest PostgreSQL that the program runs on. */
export const OLDEST_SERVER = 15;

/** How long a statement may take that people wait for, unless it is set; analysts wait twice as long. */
const INTERACTIVE_TIMEOUT_MS = 15_000;

/** Connections are made anew after this time, with the statements that they have prepared. */
const LONGEST_CONNECTION_S = 900;

/** A statement of the reader. */
export interface ReadStatement {
  /** Under which it is prepared; null for what is asked too seldom. */
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** In whose turn, and on which connections, a statement of the reader is run. */
export interface ReadTurn {
  /** Dear ones have connections of their own. */
  readonly isExpensive: boolean;
  /** Of heavy ones an account has few at a time. */
  readonly isHeavy: boolean;
  /** Account in whose turn it is read; empty for what is read for several together. */
  readonly owner: string;
}

/**
 * The program's database: commands write through `transaction` (TypeORM), everything that reads goes through `query` on a pool of
 * its own, so that a burst of reads cannot starve the writers.
 */
export class Database {
  private readonly readers: Pool;
  private readonly analysts: Pool;
  private readonly batches: Pool;
  private readonly readTurns: Turns;
  private readonly heavyTurns = new Turns(HEAVY_SHARES);
  private readonly analysisTurns = new Turns(sharesOf('analysts', POOL_SIZES.analysts));
  private readonly writeTurns = new Turns(sharesOf('writers', POOL_SIZES.writers));

  constructor(
    readonly dataSource: DataSource,
    private readonly target: ConnectionTarget,
    private readonly onIdleError: (error: Error) => void,
    readers: number = POOL_SIZES.readers,
    timeoutMs = INTERACTIVE_TIMEOUT_MS,
  ) {
    this.readTurns = new Turns(sharesOf('readers', readers));
    // planned once for whatever values: planning took half of a dashboard's 2.8 ms, and PostgreSQL would do it for every request
    const plannedOnce = '-c plan_cache_mode=force_generic_plan';
    this.readers = new Pool({
      ...readerOptions(target, 'tiendo read', timeoutMs, plannedOnce),
      max: readers,
    });
    // expensive queries wait for each other, not screens for them; each is planned for its own values
    this.analysts = new Pool({
      ...readerOptions(target, 'tiendo analysis', timeoutMs * 2, ''),
      max: POOL_SIZES.analysts,
    });
    this.analysts.on('error', onIdleError);
    // a batch finds a few rows by their keys, however many there were when its statements were planned: 16 of 8,000 items took 5 ms by a hash join, 1 by their key
    const byKeys = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';
    this.batches = new Pool({
      ...readerOptions(target, 'tiendo commands', timeoutMs, `${plannedOnce} ${byKeys}`),
      max: POOL_SIZES.batches,
    });
    this.batches.on('error', onIdleError);
    // without a listener, a connection that breaks while idle takes the process down
    this.readers.on('error', onIdleError);
  }

  /** Runs one statement outside any transaction and gives its rows. */
  async query<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    const result = await this.readers.query<Row & Record<string, unknown>>(text, [...values]);
    return result.rows;
  }

  /**
   * Runs one statement of the reader; gives its rows as arrays, in the order of the columns. With a name each connection prepares it once. Dear ones have connections
   * of their own. What the statement is, is asked when its turn has come.
   */
  async read<Row extends unknown[]>(turn: ReadTurn, statement: () => ReadStatement): Promise<Row[]> {
    const { rows } = await this.inReadTurn(turn, (pool) => {
      const { name, text, values } = statement();
      return pool.query<Row>({ text, values: [...values], rowMode: 'array', ...(name !== null && { name }) });
    });
    return rows;
  }

  /** Runs work over one snapshot, as `read` runs one statement: what is read first and what is read of it then are of one moment. */
  snapshot<Result>(turn: ReadTurn, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
    return this.inReadTurn(turn, (pool) => readSnapshot(pool, work));
  }

  private inReadTurn<Result>(
    { isExpensive, isHeavy, owner }: ReadTurn,
    ask: (pool: Pool) => Promise<Result>,
  ): Promise<Result> {
    if (isExpensive) return inTurn(this.analysisTurns, owner, () => ask(this.analysts));
    const askInTurn = () => inTurn(this.readTurns, owner, () => ask(this.readers));
    return isHeavy ? inTurn(this.heavyTurns, owner, askInTurn) : askInTurn();
  }

  /** Runs one statement of commands that go together; it commits what it writes, whole or not at all. Each connection prepares it once, by its name. */
  async batch<Row extends object>(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    return (await this.batches.query<Row & Record<string, unknown>>({ name, text, values: [...values] })).rows;
  }

  /** Runs one statement outside any transaction, in an account's turn; its rows are of no interest. */
  async waitFor(owner: string, text: string, values: readonly unknown[]): Promise<void> {
    await inTurn(this.readTurns, owner, () => this.readers.query(text, [...values]));
  }

  /** PostgreSQL's plan of a statement of the reader, as it would be run; nothing is read. */
  async explain({
    text,
    values,
    isExpensive: isExpensive,
  }: Omit<ReadStatement, 'name'> & Pick<ReadTurn, 'isExpensive'>): Promise<unknown> {
    if (isExpensive)
      return (await this.analysts.query<Explained>(`explain (format json) ${text}`, [...values])).rows[0]![
        'QUERY PLAN'
      ];
    const client = await this.readers.connect();
    // its statements fail where it breaks; the pool looks after those at rest alone
    const onBreak = (): void => undefined;
    client.on('error', onBreak);
    try {
      await client.query(`prepare explained as ${text}`);
      // what is planned once, for whatever values, shows without any
      const places = values.length === 0 ? '' : `(${values.map(() => 'null').join(', ')})`;
      const { rows } = await client.query<Explained>(`explain (format json) execute explained${places}`);
      return rows[0]!['QUERY PLAN'];
    } finally {
      await client.query('deallocate explained').catch(() => undefined);
      client.off('error', onBreak);
      client.release();
    }
  }

  /**
   * Runs a command's work in one transaction, in an account's turn if it has one; commits its rows and its events together, or nothing. Retries deadlocks. A first statement, with its
   * values as literals, is sent with the beginning.
   */
  transaction<Result>(
    work: (tx: Transaction) => Promise<Result>,
    { owner = null, opening = null }: { readonly owner?: string | null; readonly opening?: string | null } = {},
  ): Promise<Result> {
    const run = () => runInTransaction(this.dataSource, work, opening);
    return owner === null ? run() : inTurn(this.writeTurns, owner, run);
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

  /** Connections of the queue of jobs under a name of its own, which whoever asked for them ends. */
  jobPool(name: string): Pool {
    const pool = new Pool({ ...clientOptions(this.target, name), max: POOL_SIZES.jobs });
    pool.on('error', this.onIdleError);
    return pool;
  }

  /** Ends all connections; waits for statements under way. */
  async close(): Promise<void> {
    await Promise.all([this.readers, this.analysts, this.batches].map((pool) => pool.end()));
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

function inTurn<Result>(turns: Turns, owner: string, work: () => Promise<Result>): Promise<Result> {
  const turn = turns.take(owner);
  const working = turn.begun === null ? work() : turn.begun.then(work);
  const end = (): void => turn.end();
  void working.then(end, end);
  return working;
}

interface Explained {
  readonly 'QUERY PLAN': unknown;
}

// statements of many small sub-selects are short, however expensive the planner takes them for: compiling them to machine code does not pay
function readerOptions(target: ConnectionTarget, name: string, timeoutMs: number, planning: string): object {
  const { options, ...rest } = clientOptions(target, name);
  return {
    ...rest,
    Client: ForgettingClient,
    options: `${String(options)} -c jit=off -c statement_timeout=${timeoutMs} ${planning}`,
    maxLifetimeSeconds: LONGEST_CONNECTION_S,
  };
}
