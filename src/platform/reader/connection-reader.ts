import { createHash } from 'node:crypto';
import { FilterWriter } from './filter';
import { type ListArguments, type PageRequest, pageRequestOf } from './list-arguments';
import { beyond, orderClause, type OrderKey, orderOf } from './order';
import type { PageCursors } from './page-cursor';
import type { ReadContext } from './read-context';
import { ReadError } from './read-error';
import type { ReadableType, Registry } from './registry';
import { columnsOf, Parameters, readable } from './statement';
import { type Row, toRow } from './row';

/** One page of a list. */
export interface Page {
  readonly rows: readonly Row[];
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

/** Reads pages of lists: the lists of many parents by one statement, each page with one row more than asked to know whether there are others. */
export class ConnectionReader {
  constructor(
    private readonly registry: Registry,
    private readonly cursors: PageCursors,
    private readonly context: ReadContext,
  ) {}

  /** Pages of the same list under each parent; `by` is the property that points to the parent. Without one: the list of all rows. */
  async pages(type: ReadableType, list: ListArguments, by: string | null, parents: readonly string[]): Promise<Page[]> {
    const request = pageRequestOf(list);
    const keys = orderOf(type);
    const name = this.nameOf(type, list, keys);
    const parameters = new Parameters(this.context);
    const parent = by === null ? 'true' : `r."${type.stored.get(by)!.column}" = parent.id`;
    const conditions = [
      parent,
      readable(type, 'r', parameters, this.context),
      new FilterWriter(this.registry, parameters, this.context).write(type, 'r', list.where),
      ...this.places(name, keys, request, parameters),
    ];
    const keyTexts = keys.map((key) => `${key.column('r')}::text`).join(', ');
    const inner = `select ${columnsOf(type, 'r', parameters, this.context)}, array[${keyTexts}] as "#key"
      from "${type.table}" r where ${conditions.join(' and ')}
      order by ${orderClause(keys, 'r', request.fromEnd)} limit ${request.size + 1}`;
    const rows = await this.context.database.query<RawPageRow>(
      `select page.*, parent.nth::integer as "#parent"
      from unnest(${parameters.bind(by === null ? [NO_PARENT] : parents)}::uuid[]) with ordinality as parent(id, nth)
      cross join lateral (${inner}) as page`,
      parameters.values,
    );
    const pages: RawPageRow[][] = (by === null ? [NO_PARENT] : parents).map(() => []);
    for (const row of rows) pages[row['#parent'] - 1]!.push(row);
    return pages.map((page) => this.page(type, name, request, page));
  }

  /** How many rows the list has under each parent. */
  async counts(
    type: ReadableType,
    list: ListArguments,
    by: string | null,
    parents: readonly string[],
  ): Promise<number[]> {
    const parameters = new Parameters(this.context);
    const column = by === null ? null : `r."${type.stored.get(by)!.column}"`;
    const conditions = [
      column === null ? 'true' : `${column} = any(${parameters.bind(parents)}::uuid[])`,
      readable(type, 'r', parameters, this.context),
      new FilterWriter(this.registry, parameters, this.context).write(type, 'r', list.where),
    ];
    const rows = await this.context.database.query<{ parent: string | null; count: number }>(
      `select ${column ?? 'null'} as parent, count(*) as count from "${type.table}" r where ${conditions.join(' and ')} group by 1`,
      parameters.values,
    );
    if (column === null) return [rows[0]?.count ?? 0];
    const byParent = new Map(rows.map((row) => [row.parent, row.count]));
    return parents.map((parent) => byParent.get(parent) ?? 0);
  }

  private places(name: string, keys: readonly OrderKey[], request: PageRequest, parameters: Parameters): string[] {
    const places: string[] = [];
    if (request.after !== null)
      places.push(beyond(keys, 'r', this.open(name, request.after, 'after'), parameters.bind));
    if (request.before !== null) {
      places.push(beyond(keys, 'r', this.open(name, request.before, 'before'), parameters.bind, true));
    }
    return places;
  }

  private open(name: string, cursor: string, argument: string): string[] {
    const values = this.cursors.open(name, cursor);
    if (values !== null) return values;
    throw new ReadError('BAD_USER_INPUT', {
      vi: `\`${argument}\` không phải là con trỏ của danh sách này (cùng bộ lọc, cùng thứ tự). Hãy đọc lại từ đầu danh sách.`,
      en: `\`${argument}\` is no cursor of this list (same filter, same order). Read the list from its beginning.`,
    });
  }

  private nameOf(type: ReadableType, list: ListArguments, keys: readonly OrderKey[]): string {
    const order = keys.map((key) => `${key.expression('r')} ${key.direction}`).join(',');
    const where = createHash('sha256')
      .update(JSON.stringify(list.where ?? {}))
      .digest('base64url');
    return `${type.name}|${order}|${where}`;
  }

  private page(type: ReadableType, name: string, request: PageRequest, found: readonly RawPageRow[]): Page {
    const kept = found.slice(0, request.size);
    const more = found.length > request.size;
    if (request.fromEnd) kept.reverse();
    return {
      rows: kept.map((row) => toRow(type, row)),
      cursors: kept.map((row) => this.cursors.seal(name, row['#key'])),
      hasNextPage: request.fromEnd ? request.before !== null : more,
      hasPreviousPage: request.fromEnd ? more : request.after !== null,
    };
  }
}

const NO_PARENT = '00000000-0000-0000-0000-000000000000';

interface RawPageRow extends Record<string, unknown> {
  readonly '#key': string[];
  readonly '#parent': number;
}
