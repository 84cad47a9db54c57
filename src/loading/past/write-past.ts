import type { EntityManager } from 'typeorm';
import type { Clock } from '../../platform/lib/clock';
import { versionsOf } from './stage';
import { BEGINNING, type StagedRows, stagesOfRows } from './stages-of-rows';

/** A version as it is written: between two batches, with what was different in it; ended by what is being loaded when `ended` is null. */
interface PastVersion {
  readonly id: string;
  readonly made: number;
  readonly ended: number | null;
  readonly still: Readonly<Record<string, unknown>>;
}

/** What becomes of the history of a table. */
interface TablePast {
  /** Versions before the present one. */
  readonly earlier: PastVersion[];
  /** Since which batch the present version stands. */
  readonly present: { readonly id: string; readonly made: number }[];
  /** Rows whose present version begins with what is being loaded. */
  readonly coming: string[];
}

/**
 * Gives what this transaction has loaded the past that its dates tell, so that a moment of it can be asked for: batches before the log (epoch 0), one for every
 * moment at which something changed, and the versions between them. Does nothing where the database held anything before, which has a past of its own.
 * What lies after `clock`'s now is left to the present.
 */
export async function writePast(manager: EntityManager, clock: Clock): Promise<void> {
  const tables = await tablesWithHistory(manager);
  if (await heldAnything(manager, tables)) return;
  const staged = await stagesOfRows(manager);
  const moments = momentsOf(staged, clock.now());
  if (moments.length === 0) return;
  await manager.query(BATCHES, [moments]);
  const pasts = new Map(staged.map((rows) => [tableOf(manager, rows), pastOf(manager, rows, moments)]));
  for (const table of tables) {
    const { earlier, present, coming } = pasts.get(table) ?? NOTHING_KNOWN;
    await manager.query(earlierVersions(table), [JSON.stringify(earlier)]);
    await manager.query(presentVersions(table), [JSON.stringify(present)]);
    await manager.query(versionsFromTheBeginning(table), [coming]);
  }
}

const NOTHING_KNOWN: TablePast = { earlier: [], present: [], coming: [] };

const BATCHES = `
  insert into log_batch (last_position, first_position, epoch, sequenced_at, snapshot)
  select place, place, 0, moment, format('%1$s:%1$s:', place + 1)::pg_snapshot
  from unnest($1::timestamptz[]) with ordinality as t (moment, place)`;

/** Beside the versions that are being loaded, which are still the only ones. */
function earlierVersions(table: string): string {
  return `insert into "${table}_history"
    select r.* from jsonb_to_recordset($1::jsonb) v (id uuid, made text, ended text, still jsonb)
    join "${table}_history" h on h.id = v.id and h.ended_by is null
    cross join lateral jsonb_populate_record(h, v.still || jsonb_build_object('made_by', v.made, 'made_epoch', 0,
      'ended_by', coalesce(v.ended, h.made_by::text), 'ended_epoch', case when v.ended is null then h.made_epoch else 0 end)) r`;
}

function presentVersions(table: string): string {
  return `update "${table}_history" h set made_epoch = 0, made_by = v.made::xid8
    from jsonb_to_recordset($1::jsonb) v (id uuid, made text) where h.id = v.id and h.ended_by is null`;
}

function versionsFromTheBeginning(table: string): string {
  return `update "${table}_history" set made_epoch = 0, made_by = '1' where made_epoch > 0 and id <> all ($1::uuid[])`;
}

async function tablesWithHistory(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'keep_history' order by 1`,
  );
  return rows.map(({ name }) => name);
}

async function heldAnything(manager: EntityManager, tables: readonly string[]): Promise<boolean> {
  const older = tables.map((table) => `exists (select from "${table}_history" where made_by <> pg_current_xact_id())`);
  const [row] = await manager.query<[{ held: boolean }]>(`select ${older.join(' or ')} as held`);
  return row.held;
}

/** Every moment up to now at which something changed, in order; a batch's place is its number. */
function momentsOf(staged: readonly StagedRows[], now: Date): Date[] {
  const times = new Set([Number(BEGINNING)]);
  for (const { stages } of staged) {
    for (const row of stages.values()) for (const { since } of versionsOf(row, BEGINNING)) times.add(Number(since));
  }
  return [...times]
    .filter((time) => time <= now.getTime())
    .sort((one, other) => one - other)
    .map((time) => new Date(time));
}

function tableOf(manager: EntityManager, { entity }: StagedRows): string {
  return manager.dataSource.getMetadata(entity).tableName;
}

function pastOf(manager: EntityManager, { entity, stages }: StagedRows, moments: readonly Date[]): TablePast {
  const { columns } = manager.dataSource.getMetadata(entity);
  const columnOf = new Map(columns.map(({ propertyName, databaseName }) => [propertyName, databaseName]));
  const placeOf = new Map(moments.map((moment, index) => [Number(moment), index + 1]));
  const past: TablePast = { earlier: [], present: [], coming: [] };
  for (const [id, row] of stages) {
    const versions = versionsOf(row, BEGINNING).map(({ since, still }) => ({
      made: placeOf.get(Number(since)),
      still,
    }));
    versions.forEach(({ made, still }, index) => {
      const next = versions[index + 1];
      if (made === undefined) return;
      if (next === undefined) past.present.push({ id, made });
      else past.earlier.push({ id, made, ended: next.made ?? null, still: byColumn(still, columnOf) });
    });
    if (versions.at(-1)!.made === undefined) past.coming.push(id);
  }
  return past;
}

function byColumn(values: object, columnOf: ReadonlyMap<string, string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([property, value]) => [columnOf.get(property)!, value]));
}
