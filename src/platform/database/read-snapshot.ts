import type { Pool, PoolClient } from 'pg';

/** Reads that all see the same: statements of one transaction, which writes nothing and locks no row. */
export interface Snapshot {
  /** Runs one statement; gives its rows. */
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
  let broken: Error | undefined;
  try {
    await client.query('begin isolation level repeatable read read only');
    return await work(snapshotOn(client));
  } finally {
    await client.query('rollback').catch((error: unknown) => {
      broken = error as Error;
    });
    client.off('error', onBreak);
    client.release(broken);
  }
}

function snapshotOn(client: PoolClient): Snapshot {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await client.query<Row & Record<string, unknown>>(text, [...values])).rows,
    rows: async <Row extends unknown[]>({ name, text, values }: Parameters<Snapshot['rows']>[0]) =>
      (await client.query<Row>({ text, values: [...values], rowMode: 'array', ...(name !== null && { name }) })).rows,
  };
}
