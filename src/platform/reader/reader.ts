import DataLoader from 'dataloader';
import { parseGlobalId } from '../lib/global-id';
import { ConnectionReader, type Page } from './connection-reader';
import type { EntityClass } from './declarations';
import type { ListArguments } from './list-arguments';
import { orderClause, orderOf } from './order';
import type { PageCursors } from './page-cursor';
import type { ReadContext } from './read-context';
import type { ReadableType, Registry } from './registry';
import { type Row, toRow } from './row';
import { columnsOf, Parameters, readable } from './statement';

/**
 * Reads for one operation: everything asked on one level of the answer becomes one statement, whatever the number of parents. Rows that the actor may not see
 * are as if they did not exist.
 */
export class Reader {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();
  private readonly connections: ConnectionReader;

  constructor(
    readonly registry: Registry,
    cursors: PageCursors,
    readonly context: ReadContext,
  ) {
    this.connections = new ConnectionReader(registry, cursors, context);
  }

  /** The row of that id, or null. */
  async byId(entity: EntityClass, id: string | null | undefined): Promise<Row | null> {
    if (id === null || id === undefined) return null;
    return this.byProperty(entity, this.registry.of(entity).id.path, id);
  }

  /** The row whose unique property has the value, or null. */
  async byProperty(entity: EntityClass, property: string, value: string): Promise<Row | null> {
    const type = this.registry.of(entity);
    return this.loader(`${type.name}.${property}`, async (values) => {
      const rows = await this.rowsWhere(type, property, values);
      const found = new Map(rows.map((row) => [String(row[property]), row]));
      return values.map((wanted) => found.get(wanted) ?? null);
    }).load(value);
  }

  /** The row of a global id, whatever its type; null for what is not there, not visible, or no id. */
  async byGlobalId(id: string): Promise<Row | null> {
    const parsed = parseGlobalId(id);
    const type = parsed === null ? undefined : this.registry.withPrefix(parsed.prefix);
    return type === undefined ? null : this.byId(type.entity, parsed!.uuid);
  }

  /** All rows that point to a parent, in the type's order: for what is small by nature. */
  async listBy(entity: EntityClass, property: string, parent: string): Promise<Row[]> {
    const type = this.registry.of(entity);
    return this.loader(`${type.name}[${property}]`, async (parents) => {
      const groups = new Map<string, Row[]>(parents.map((id) => [id, []]));
      for (const row of await this.rowsWhere(type, property, parents)) groups.get(String(row[property]))?.push(row);
      return parents.map((id) => groups.get(id)!);
    }).load(parent);
  }

  /** A page of the list under a parent, or of all rows when `by` is null. */
  async page(entity: EntityClass, list: ListArguments, by: string | null, parent: string): Promise<Page> {
    const type = this.registry.of(entity);
    return this.loader(`page ${type.name} ${by} ${JSON.stringify(list)}`, (parents) =>
      this.connections.pages(type, list, by, parents),
    ).load(parent);
  }

  /** The number of rows of the list under a parent, or of all rows when `by` is null. */
  async count(entity: EntityClass, list: ListArguments, by: string | null, parent: string): Promise<number> {
    const type = this.registry.of(entity);
    return this.loader(`count ${type.name} ${by} ${JSON.stringify(list.where ?? null)}`, (parents) =>
      this.connections.counts(type, list, by, parents),
    ).load(parent);
  }

  private async rowsWhere(type: ReadableType, property: string, values: readonly string[]): Promise<Row[]> {
    const { column, sqlType } = type.stored.get(property)!;
    const parameters = new Parameters(this.context);
    const rights = readable(type, 'r', parameters, this.context);
    const rows = await this.context.database.query<Record<string, unknown>>(
      `select ${columnsOf(type, 'r', parameters, this.context)} from "${type.table}" r
      where r."${column}" = any(${parameters.bind(values)}::${sqlType}[]) and ${rights}
      order by ${orderClause(orderOf(type), 'r')}`,
      parameters.values,
    );
    return rows.map((row) => toRow(type, row));
  }

  private loader<Value>(
    key: string,
    load: (keys: readonly string[]) => Promise<readonly Value[]>,
  ): DataLoader<string, Value> {
    let loader = this.loaders.get(key);
    if (loader === undefined) {
      loader = new DataLoader<string, unknown>(load);
      this.loaders.set(key, loader);
    }
    return loader as DataLoader<string, Value>;
  }
}
