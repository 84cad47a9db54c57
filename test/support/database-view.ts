import { Client } from 'pg';
import type { TestTarget } from './database';

/** Looks into a program's database beside the program, over a connection of its own. */
export class DatabaseView {
  private statement: string | null = null;

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

  /**
   * What every table holds, by the number of its rows and the transactions that wrote them: two equal views mean that nothing at all was changed
   * between them. (What was only locked or rolled back leaves no trace here, nor do rows that were written as they were: of a table with history its versions
   * count. Nor does it count that a screen was seen to be there.)
   */
  async everything(): Promise<Record<string, string>> {
    this.statement ??= await this.everyTable();
    const found = await this.rows<{ name: string; written: string }>(this.statement);
    return Object.fromEntries(found.map(({ name, written }) => [name, written]));
  }

  /** The tables in which some row holds a text, whatever its column. */
  async rowsWith(text: string): Promise<string[]> {
    const tables = await this.rows<{ name: string }>(
      `select oid::regclass::text as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const [row] = await this.rows(`select from ${name} t where strpos(t::text, $1) > 0 limit 1`, [text]);
      if (row !== undefined) found.push(name);
    }
    return found;
  }

  private async everyTable(): Promise<string> {
    const tables = await this.rows<{ name: string }>(
      `select relname as name from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
         and relname not in ('display_sighting', 'job_task', 'job_dispatcher') order by relname`,
    );
    const names = new Set(tables.map(({ name }) => name));
    const versionsOf = (name: string): string => (names.has(`${name}_history`) ? `${name}_history` : name);
    return tables
      .map(
        ({ name }) =>
          `select '${name}' as name, count(*) || ' rows of ' || coalesce(sum(xmin::text::bigint), 0) as written from "${versionsOf(name)}"`,
      )
      .join(' union all ');
  }

  /** Ends the connection. */
  close(): Promise<void> {
    return this.client.end();
  }
}
