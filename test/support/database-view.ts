import { Client } from 'pg';
import type { TestTarget } from './database';

/** Looks into a program's database beside the program, over a connection of its own. */
export class DatabaseView {
  private constructor(private readonly client: Client) {}

  /** Connects. */
  static async open(target: TestTarget): Promise<DatabaseView> {
    const client = new Client(target);
    await client.connect();
    return new DatabaseView(client);
  }

  /** Runs one statement and gives its rows. */
  async rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row & Record<string, unknown>>(text, [...values])).rows;
  }

  /** The only row of a statement. */
  async row<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row> {
    const rows = await this.rows<Row>(text, values);
    if (rows.length !== 1) throw new Error(`Expected one row, got ${rows.length}: ${text}`);
    return rows[0]!;
  }

  /** Row count and digest of every table: two equal views mean that nothing at all was written between them. */
  async everything(): Promise<Record<string, string>> {
    const tables = await this.rows<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`,
    );
    const digests = tables.map(
      ({ name }) =>
        `select '${name}' as name, count(*) || ' rows ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from "${name}" t`,
    );
    const found = await this.rows<{ name: string; digest: string }>(digests.join(' union all '));
    return Object.fromEntries(found.map(({ name, digest }) => [name, digest]));
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.client.end();
  }
}
