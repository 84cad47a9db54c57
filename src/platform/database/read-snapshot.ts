import type { Pool, PoolClient } from 'pg';
import { statementName } from './statement-name';

/** Reads that all see the same: statements of one transaction, which writes nothing and locks no row. */
export interface Snapshot {
  /** Runs one statement, which its connection prepares once; gives its rows. For texts of which there are few. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs one statement; gives its rows as arrays. With a name its connection prepares it once. */
  rows<Row extends unknown[]>(statement: {
    readonly name: string | null;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<Row[]>;
}

/** Runs work over one snapshot of the database, on a connection of the pool. */
export async function readSnapshot<Result>(pool: Pool, work: (snapshot: Snapshot) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  // its statements fail where it breaks; the pool looks after those at rest alone
  const onBreak = (): void => undefined;
  client.on('error', onBreak);
  const giveBack = (broken?: Error): void => {
    client.off('error', onBreak);
    client.release(broken);
  };
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(snapshotOn(client));
  } finally {
    // nothing was written: the answer does not wait for the end
    void client.query('rollback').then(
      () => giveBack(),
      (error: unknown) => giveBack(error as Error),
    );
  }
}

function snapshotOn(client: PoolClient): Snapshot {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row & Record<string, unknown>>({ name: statementName(text), text, values: [...values] }))
        .rows,
    rows: async <Row extends unknown[]>({ name, text, values }: Parameters<Snapshot['rows']>[0]) =>
      (await client.query<Row>({ text, values: [...values], rowMode: 'array', ...(name !== null && { name }) })).rows,
  };
}
