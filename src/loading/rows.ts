import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';

/** Rows as they are written: columns alone, relations by their id columns. */
export type Rows<Entity extends ObjectLiteral> = QueryDeepPartialEntity<Entity>[];

/** Rows of one statement: what is written takes memory for a batch, however many rows there are, and stays within the 65,535 parameters of a statement. */
const BATCH = 500;

/**
 * Writes facts: a row that is there by its natural key is brought up to date, and not touched at all where nothing differs (a table
 * with a history would otherwise gain a version with every start). Columns that the rows do not name stay.
 */
export async function upsertFacts<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  key: (keyof Entity & string)[],
  rows: Rows<Entity>,
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    await manager.upsert(entity, batch, { conflictPaths: key, skipUpdateIfNoValuesChanged: true });
  }
}

/** Writes sample rows: one that is there stays as it is, whatever users have made of it since. */
export async function insertMissing<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  rows: Rows<Entity>,
): Promise<void> {
  for (const batch of batchesOf(rows)) {
    await manager.createQueryBuilder().insert().into(entity).values(batch).orIgnore().updateEntity(false).execute();
  }
}

function* batchesOf<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let first = 0; first < rows.length; first += BATCH) yield rows.slice(first, first + BATCH);
}

/** Ids of all rows of a type by a natural key of one column. */
export async function idsBy<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<Entity>,
  property: keyof Entity & string,
): Promise<Map<string, string>> {
  const rows = await manager
    .createQueryBuilder(entity, 'row')
    .select('row.id', 'id')
    .addSelect(`row.${property}`, 'key')
    .where(`row.${property} is not null`)
    .getRawMany<{ id: string; key: string }>();
  return new Map(rows.map(({ id, key }) => [key, id]));
}

/** The value under a key that must be there. Throws when the shipped files do not fit one another. */
export function pick<Value>(values: ReadonlyMap<string, Value>, key: string): Value {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The shipped data names "${key}", which does not exist.`);
  return value;
}
