import type { EntityManager, FindOneOptions, ObjectLiteral } from 'typeorm';
import { parseGlobalId } from '../lib/global-id';
import { type EntityClass, readableOptionsOf } from '../reader/model/declarations';

/** Tables whose rows have an id, by their entities. */
type RowClass<Row> = abstract new (...args: never[]) => Row & ObjectLiteral;

/** The uuid of the row of a type that a client's id names; null for what is no id of that type, or no id at all. */
export function keyOf(entity: EntityClass, globalId: string | null | undefined): string | null {
  const parsed = globalId == null ? null : parseGlobalId(globalId);
  return parsed?.prefix === readableOptionsOf(entity)!.prefix ? parsed.uuid : null;
}

/** The row that a client's id names, not locked; null when there is none. */
export function getRow<Row extends { id: string }>(
  manager: EntityManager,
  entity: RowClass<Row>,
  globalId: string,
  relations: NonNullable<FindOneOptions<Row & ObjectLiteral>['relations']> = {},
): Promise<Row | null> {
  const id = keyOf(entity, globalId);
  return id === null ? Promise.resolve(null) : rowOf(manager, entity, id, relations);
}

/** The row with an id, and what it is related to, not locked; null when there is none. One statement: for one row of several tables `findOne` asks for its id first. */
export async function rowOf<Row extends { id: string }>(
  manager: EntityManager,
  entity: RowClass<Row>,
  id: string,
  relations: NonNullable<FindOneOptions<Row & ObjectLiteral>['relations']>,
): Promise<Row | null> {
  const [row] = await manager.find<Row & ObjectLiteral>(entity, { where: { id } as never, relations });
  return row ?? null;
}

/** The row that a client's id names, locked until the transaction ends; null when there is none. */
export function lockRow<Row extends { id: string }>(
  manager: EntityManager,
  entity: RowClass<Row>,
  globalId: string,
  mode: 'pessimistic_write' | 'for_no_key_update' = 'pessimistic_write',
): Promise<Row | null> {
  const id = keyOf(entity, globalId);
  if (id === null) return Promise.resolve(null);
  return manager.findOne<Row & ObjectLiteral>(entity, { where: { id } as never, lock: { mode } });
}
