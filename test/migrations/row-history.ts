import type { DatabaseView } from '../support/database-view';

const SEEN = `seen_in(h.made_by, h.made_epoch, b.epoch, b.snapshot)
  and (h.ended_by is null or not seen_in(h.ended_by, h.ended_epoch, b.epoch, b.snapshot))`;

const APPEND = `insert into outbox (type, occurred_at, audience, tags, data) values ('WRITTEN', '2023-11-14', 'EVERYONE', '{}', '{}')`;

/** Columns of a table with their types, in the order of their names. */
export async function columnsOf(view: DatabaseView, table: string): Promise<string[]> {
  const rows = await view.rows<{ text: string }>(
    `select attname || ' ' || format_type(atttypid, atttypmod) as text from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attname`,
    [table],
  );
  return rows.map(({ text }) => text);
}

/** Every row of a table as text, as the table is now. */
export async function tableNow(view: DatabaseView, table: string): Promise<string[]> {
  const rows = await view.rows<{ text: string }>(`select t::text as text from "${table}" t order by 1`);
  return rows.map(({ text }) => text);
}

/** Every row of a table as text, as its history says that a batch saw it. The batch is named by its last position. */
export async function tableAt(view: DatabaseView, table: string, batch: number): Promise<string[]> {
  return versions(view, table, `join log_batch b on b.last_position = $1 and b.epoch > 0 where ${SEEN}`, [batch]);
}

/** The versions that no transaction has ended, as rows of their table. */
export async function openVersions(view: DatabaseView, table: string): Promise<string[]> {
  return versions(view, table, 'where h.ended_by is null');
}

async function versions(view: DatabaseView, table: string, rest: string, values: unknown[] = []): Promise<string[]> {
  const columns = await view.row<{ list: string }>(
    `select string_agg(format('h.%I', attname), ', ' order by attnum) as list from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  const rows = await view.rows<{ text: string }>(
    `select row(${columns.list})::"${table}"::text as text from "${table}_history" h ${rest} order by 1`,
    values,
  );
  return rows.map(({ text }) => text);
}

/** Puts an event into the outbox, in the transaction that is open if one is. */
export async function appendEvent(view: DatabaseView): Promise<void> {
  await view.rows(APPEND);
}

/** A batch with what the tables held in its own snapshot. */
export interface Recorded {
  readonly batch: number;
  readonly tables: Readonly<Record<string, string[]>>;
}

/** Numbers what is committed and reads the tables in the same snapshot. The connection has no transaction open. */
export async function recordBatch(view: DatabaseView, tables: readonly string[]): Promise<Recorded> {
  await appendEvent(view);
  await view.rows('begin isolation level repeatable read');
  await view.rows('select from sequence_events()');
  const { batch } = await view.row<{ batch: number }>('select position::integer as batch from log_head');
  const held: Record<string, string[]> = {};
  for (const table of tables) held[table] = await tableNow(view, table);
  await view.rows('commit');
  return { batch, tables: held };
}
