import type { FieldNode, GraphQLObjectType } from 'graphql';
import { aggregatesJson } from '../groups/aggregates';
import type { RowWriter } from '../statement/row-writer';
import { type ArgumentValue, givenArguments } from './argument-value';
import { groupsJson } from '../groups/groups';
import { pageRequestOf } from './list-arguments';
import { ListSource, type Tie } from './list-source';
import { orderClause } from './order';
import { sealSql } from './page-cursor';
import type { ReadableType } from '../model/registry';
import type { Selections } from '../statement/selections';
import { jsonList, jsonObject } from '../statement/sql-forms';
import type { Scope } from '../statement/statement';

/** A connection as JSON: of its page, its count, its aggregates only what is selected. */
export function connectionJson(
  writer: RowWriter,
  type: ReadableType,
  tie: Tie,
  list: ReadonlyMap<string, ArgumentValue>,
  nodes: readonly FieldNode[],
  scope: Scope,
): string {
  const connection = writer.objectType(`${type.name}Connection`);
  const selections = writer.collector.below(connection, nodes);
  const source = new ListSource(writer.model, writer.cursors, type, tie, list, scope);
  return new ConnectionWriter(writer, type, source, list, scope, connection).json(selections);
}

/** Fields of a connection that need its page. */
const PAGED = new Set(['nodes', 'edges', 'pageInfo']);

class ConnectionWriter {
  constructor(
    private readonly writer: RowWriter,
    private readonly type: ReadableType,
    private readonly source: ListSource,
    private readonly list: ReadonlyMap<string, ArgumentValue>,
    private readonly scope: Scope,
    private readonly connection: GraphQLObjectType,
  ) {}

  json(selections: Selections): string {
    const names = [...selections.values()].map(([node]) => node!.name.value);
    const paged = names.filter((name) => PAGED.has(name));
    // arguments are checked even where no page is selected
    const request = pageRequestOf(this.list);
    if (paged.length === 0) return jsonObject(this.columns(selections, () => 'null'));
    if (paged.length === 1 && paged[0] === 'nodes') {
      return jsonObject(this.columns(selections, (_name, below) => this.nodesAlone(below)));
    }
    return this.fullPage(selections, request.size);
  }

  private columns(selections: Selections, ofPage: (name: string, nodes: readonly FieldNode[]) => string): string[] {
    return [...selections].map(([key, nodes]) => {
      const name = nodes[0]!.name.value;
      const sql = PAGED.has(name) ? ofPage(name, nodes) : this.ofWhole(name, nodes);
      return `${sql} as "${key}"`;
    });
  }

  /** What concerns the whole list, whatever the page. */
  private ofWhole(name: string, nodes: readonly FieldNode[]): string {
    if (name === '__typename') return `'${this.connection.name}'::text`;
    if (name === 'totalCount') {
      const row = this.scope.statement.alias();
      return `(select count(*)::integer ${this.source.rows(row)})`;
    }
    const field = this.connection.getFields()[name]!;
    const given = givenArguments(field, nodes[0]!, this.writer.collector);
    return name === 'aggregates'
      ? aggregatesJson(this.writer, this.type, this.source, nodes)
      : groupsJson(this.writer, this.type, this.source, nodes, given);
  }

  /** The usual case: rows of one page, in order, without cursors. */
  private nodesAlone(nodes: readonly FieldNode[]): string {
    const { row, sql, order } = this.page(0, false);
    const { columns, joins } = this.writer.rowColumns(this.type, row, this.rowSelections(nodes), this.scope);
    // joins need not keep an order
    return jsonList(columns, `from (${sql}) ${row} ${joins} order by ${order}`);
  }

  /** A page with its cursors and its neighbours: one row more than asked tells whether others follow. */
  private fullPage(selections: Selections, size: number): string {
    const { fromEnd, after, before } = pageRequestOf(this.list);
    const withCursors = this.needsCursors(selections);
    const { row, sql } = this.page(1, withCursors);
    const direction = fromEnd ? 'desc' : 'asc';
    const perRow: string[] = [];
    const gathered = (json: string) => {
      perRow.push(`${json} as "#${perRow.length}"`);
      return `coalesce(array_to_json(array_agg(p."#${perRow.length - 1}" order by p."#n" ${direction}) filter (where p."#n" <= ${size})), '[]')`;
    };
    const joins: string[] = [];
    const nodeOf = (nodes: readonly FieldNode[]) => {
      const node = this.writer.rowColumns(this.type, row, this.rowSelections(nodes), this.scope);
      joins.push(node.joins);
      return jsonObject(node.columns);
    };
    const more = `(count(*) > ${size})`;
    const info: Readonly<Record<string, string>> = {
      hasNextPage: fromEnd ? String(before !== null) : more,
      hasPreviousPage: fromEnd ? more : String(after !== null),
      startCursor: `(array_agg(p."#cursor" order by p."#n" ${direction}) filter (where p."#n" <= ${size}))[1]`,
      endCursor: `(array_agg(p."#cursor" order by p."#n" ${fromEnd ? 'asc' : 'desc'}) filter (where p."#n" <= ${size}))[1]`,
    };
    // an aggregate may not stand inside a further select list, so the page's facts are columns first
    const facts: string[] = [];
    const fact = (sql: string) => {
      facts.push(`${sql} as "#f${facts.length}"`);
      return `q."#f${facts.length - 1}"`;
    };
    const columns = this.columns(selections, (name, nodes) => {
      if (name === 'nodes') return fact(gathered(nodeOf(nodes)));
      if (name === 'edges') return fact(gathered(this.edgeJson(row, nodes, nodeOf)));
      return this.pageInfoJson(nodes, (field) => fact(info[field]!));
    });
    const cursor = withCursors ? `, ${row}."#cursor"` : '';
    const rows = `select ${[...perRow, `${row}."#n"`].join(', ')}${cursor}
      from ${numbered(sql)} ${row} ${joins.join(' ')}`;
    return jsonObject(columns, `from (select ${[...facts, 'count(*) as "#rows"'].join(', ')} from (${rows}) p) q`);
  }

  private edgeJson(row: string, nodes: readonly FieldNode[], nodeOf: (nodes: readonly FieldNode[]) => string): string {
    const edge = this.writer.objectType(`${this.type.name}Edge`);
    const columns = [...this.writer.collector.below(edge, nodes)].map(([key, below]) => {
      const name = below[0]!.name.value;
      if (name === '__typename') return `'${edge.name}'::text as "${key}"`;
      return name === 'cursor' ? `${row}."#cursor" as "${key}"` : `${nodeOf(below)} as "${key}"`;
    });
    return jsonObject(columns);
  }

  private pageInfoJson(nodes: readonly FieldNode[], fact: (name: string) => string): string {
    const pageInfo = this.writer.objectType('PageInfo');
    const columns = [...this.writer.collector.below(pageInfo, nodes)].map(([key, [node]]) => {
      const name = node!.name.value;
      return `${name === '__typename' ? `'PageInfo'::text` : fact(name)} as "${key}"`;
    });
    return jsonObject(columns);
  }

  /** Whether a cursor is selected anywhere: sealing costs two hashes a row. */
  private needsCursors(selections: Selections): boolean {
    return [...selections.values()].some((nodes) => {
      const name = nodes[0]!.name.value;
      if (name !== 'edges' && name !== 'pageInfo') return false;
      const type = this.writer.objectType(name === 'edges' ? `${this.type.name}Edge` : 'PageInfo');
      return [...this.writer.collector.below(type, nodes).values()].some(([node]) => /cursor$/i.test(node!.name.value));
    });
  }

  /** The rows of the page in its order (from its other end, if it is the last page that is wanted), under an alias, and the order of the list for them; nothing else is read of other rows. */
  private page(extra: number, withCursor: boolean): { row: string; sql: string; order: string } {
    const { statement } = this.scope;
    const [row, inner] = [statement.alias(), statement.alias()];
    const request = pageRequestOf(this.list);
    const order = this.source.order(inner);
    const rows = this.source.rows(inner, order.joins, this.source.places(order, request));
    let cursor = '';
    if (withCursor) {
      const { key, today } = this.source.seal(order);
      cursor = `, ${sealSql(
        key,
        today,
        order.keys.map((entry) => entry.value),
      )} as "#cursor"`;
    }
    // the keys are columns of the page: a planner that keeps its order need not sort again
    const keys = order.keys.map(({ value, collation }, index) => `${value}${collation} as "#k${index}"`);
    const placed = order.keys.map((key, index) => ({ ...key, value: `${row}."#k${index}"`, collation: '' }));
    const sql = `select ${inner}.*, ${keys.join(', ')}${cursor} ${rows}
      order by ${orderClause(order.keys, request.fromEnd)} limit ${request.size + extra}`;
    return { row, sql, order: orderClause(placed) };
  }

  private rowSelections(nodes: readonly FieldNode[]): Selections {
    return this.writer.collector.below(this.writer.objectType(this.type.name), nodes);
  }
}

/** The rows of a page with their places in it. */
function numbered(page: string): string {
  return `(select n.*, row_number() over () as "#n" from (${page}) n)`;
}
