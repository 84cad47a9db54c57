import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { Compiler } from './compiler';
import type { ListSource } from './list-source';
import type { LeafField } from './model';
import type { ReadableType } from './registry';
import type { Selections } from './selections';
import { dateTimeText, jsonObject } from './sql-forms';

/** The summaries of a value, as SQL over it. Averages are exact decimals, rounded so that every way of adding up gives the same. */
const SUMMARIES: Readonly<Record<string, (value: string) => string>> = {
  avg: (value) => `round(avg(${value}), 6)::float8`,
  min: (value) => `min(${value})`,
  max: (value) => `max(${value})`,
  sum: (value) => `sum(${value})::float8`,
};

const COUNT = 'count(*)::integer';

/** The aggregates that a group or a whole list needs, each written once: columns of the inner statement. */
export class AggregateColumns {
  private readonly known = new Map<string, string>();

  constructor(
    private readonly source: ListSource,
    private readonly row: string,
  ) {}

  /** The column that holds how many rows there are. */
  get count(): string {
    return this.column(COUNT);
  }

  /** The column that holds a summary of a field, e.g. its `avg`. */
  summary(field: LeafField, name: string): string {
    const value = field.sql(this.row, this.source.reading);
    return this.column(SUMMARIES[name]!(value));
  }

  /** The columns, for the inner select list. */
  get columns(): string[] {
    return [...this.known].map(([sql, name]) => `${sql} as ${name}`);
  }

  /** Their names alone. */
  get names(): string[] {
    return [...this.known.values()];
  }

  /** A column over the groups of what came and of what was expected: one of each at most has a value. */
  merged(column: string, name: string): string {
    return name === this.known.get(COUNT) ? `coalesce(max(${column}), 0)` : `max(${column})`;
  }

  private column(sql: string): string {
    const name = this.known.get(sql) ?? `"#a${this.known.size}"`;
    this.known.set(sql, name);
    return name;
  }
}

/** The aggregates of a list as JSON. */
export function aggregatesJson(
  compiler: Compiler,
  type: ReadableType,
  source: ListSource,
  nodes: readonly FieldNode[],
): string {
  const row = compiler.alias();
  const aggregates = new AggregateColumns(source, row);
  const object = compiler.objectType(`${type.name}Aggregates`);
  const columns = aggregateColumns(compiler, type, object, compiler.collector.below(object, nodes), aggregates);
  const inner = aggregates.columns.length === 0 ? ['1'] : aggregates.columns;
  return jsonObject(columns, `from (select ${inner.join(', ')} ${source.rows(row)}) g`);
}

/** The select list over aggregated rows (alias `g`) for selections on `count` and on summaries of fields; other fields are left to `ofOther`. */
export function aggregateColumns(
  compiler: Compiler,
  type: ReadableType,
  object: GraphQLObjectType,
  selections: Selections,
  aggregates: AggregateColumns,
  ofOther: (name: string, nodes: readonly FieldNode[]) => string | null = () => null,
): string[] {
  return [...selections].map(([key, nodes]) => {
    const name = nodes[0]!.name.value;
    if (name === '__typename') return `'${object.name}'::text as "${key}"`;
    const other = ofOther(name, nodes);
    if (other !== null) return `${other} as "${key}"`;
    if (name === 'count') return `g.${aggregates.count} as "${key}"`;
    const field = compiler.model.leaf(type, name)!;
    return `${summaryJson(compiler, field, nodes, aggregates)} as "${key}"`;
  });
}

function summaryJson(
  compiler: Compiler,
  field: LeafField,
  nodes: readonly FieldNode[],
  aggregates: AggregateColumns,
): string {
  const type = compiler.objectType(summaryTypeOf(field));
  const columns = [...compiler.collector.below(type, nodes)].map(([key, [node]]) => {
    const name = node!.name.value;
    if (name === '__typename') return `'${type.name}'::text as "${key}"`;
    const value = `g.${aggregates.summary(field, name)}`;
    if (field.leaf.name === 'DateTime') return `${dateTimeText(value)} as "${key}"`;
    return `${type.name === 'NumberSummary' ? `(${value})::float8` : value} as "${key}"`;
  });
  return jsonObject(columns);
}

function summaryTypeOf(field: LeafField): string {
  if (field.leaf.name === 'DateTime') return 'DateTimeSummary';
  return field.leaf.name === 'Date' ? 'DateSummary' : 'NumberSummary';
}
