import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { RowWriter } from '../statement/row-writer';
import type { KeptSummary } from '../model/declarations';
import type { ListSource } from '../lists/list-source';
import type { LeafField } from '../model/model';
import type { ReadableType } from '../model/registry';
import type { Selections } from '../statement/selections';
import { dateTimeText, jsonObject } from '../statement/sql-forms';
import { summaryFor } from './summary-source';

/** The summaries of a value, as SQL over it. Averages are exact decimals, rounded so that every way of adding up gives the same. */
const SUMMARIES: Readonly<Record<string, (value: string) => string>> = {
  avg: (value) => `round(avg(${value}), 6)::float8`,
  min: (value) => `min(${value})`,
  max: (value) => `max(${value})`,
  sum: (value) => `sum(${value})::float8`,
};

/** Amounts of money stay exact. */
const EXACT_SUM = (value: string): string => `sum(${value})`;

const COUNT = 'count(*)::integer';

/** The aggregates that a group or a whole list needs, each written once: columns of the inner statement. Over rows, or over a kept summary of them. */
export class AggregateColumns {
  /** Whether the summary holds all that was asked: what it does not must be read from the rows. */
  isKept = true;
  private readonly known = new Map<string, string>();

  constructor(
    private readonly source: ListSource,
    private readonly row: string,
    readonly summary: KeptSummary | null = null,
  ) {}

  /** The column that holds how many rows there are. */
  get count(): string {
    return this.column(this.summary === null ? COUNT : this.keptCount);
  }

  /** The column that holds a summary of a field, e.g. its `avg`. */
  of(field: LeafField, name: string): string {
    if (this.summary !== null) return this.column(this.kept(this.summary, field, name));
    const value = field.sql(this.row, this.source.reading);
    const summary = field.leaf.name === 'BigInt' && name === 'sum' ? EXACT_SUM(value) : SUMMARIES[name]!(value);
    return this.column(this.withinOne(field, value, summary));
  }

  /** How many rows a group of the summary stands for: sums of what came and went may leave nothing. */
  get keptCount(): string {
    return this.summary === null ? COUNT : `coalesce(sum(${this.row}."${this.summary.rows}"), 0)::integer`;
  }

  /** What adds up only within one currency is empty over several. */
  private withinOne({ within }: LeafField, value: string, summary: string): string {
    if (within === null) return summary;
    const other = within(this.row, this.source.reading);
    return `(case when count(distinct ${other}) filter (where ${value} is not null) <= 1 then ${summary} end)`;
  }

  private kept({ sums }: KeptSummary, field: LeafField, name: string): string {
    const columns = sums[field.name];
    if (columns === undefined || (name !== 'avg' && name !== 'sum')) {
      this.isKept = false;
      return 'null::float8';
    }
    const [sum, values] = [`sum(${this.row}."${columns.sum}")`, `sum(${this.row}."${columns.values}")`];
    return name === 'avg'
      ? `round(${sum} / nullif(${values}, 0), 6)::float8`
      : `(case when ${values} > 0 then ${sum} end)::float8`;
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
  writer: RowWriter,
  type: ReadableType,
  source: ListSource,
  nodes: readonly FieldNode[],
): string {
  const summary = summaryFor(writer.model, type, source.question([]), source.reading);
  const write = (kept: KeptSummary | null): string | null => {
    const row = writer.alias();
    const aggregates = new AggregateColumns(source, row, kept);
    const object = writer.objectType(`${type.name}Aggregates`);
    const columns = aggregateColumns(writer, type, object, writer.collector.below(object, nodes), aggregates);
    const inner = aggregates.columns.length === 0 ? ['count(*)'] : aggregates.columns;
    const rows = source.rows(row, '', '', kept);
    return aggregates.isKept ? jsonObject(columns, `from (select ${inner.join(', ')} ${rows}) g`) : null;
  };
  return (summary === null ? null : writer.attempt(() => write(summary))) ?? write(null)!;
}

/** The select list over aggregated rows (alias `g`) for selections on `count` and on summaries of fields; other fields are left to `ofOther`. */
export function aggregateColumns(
  writer: RowWriter,
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
    const field = writer.model.leaf(type, name)!;
    return `${summaryJson(writer, field, nodes, aggregates)} as "${key}"`;
  });
}

function summaryJson(
  writer: RowWriter,
  field: LeafField,
  nodes: readonly FieldNode[],
  aggregates: AggregateColumns,
): string {
  const type = writer.objectType(summaryTypeOf(field));
  const columns = [...writer.collector.below(type, nodes)].map(([key, [node]]) => {
    const name = node!.name.value;
    if (name === '__typename') return `'${type.name}'::text as "${key}"`;
    const value = `g.${aggregates.of(field, name)}`;
    if (field.leaf.name === 'DateTime') return `${dateTimeText(value)} as "${key}"`;
    if (type.name === 'BigIntSummary' && name !== 'avg') return `(${value})::text as "${key}"`;
    return `${type.name === 'NumberSummary' ? `(${value})::float8` : value} as "${key}"`;
  });
  return jsonObject(columns);
}

function summaryTypeOf(field: LeafField): string {
  const name = field.leaf.name;
  return name === 'Int' || name === 'Float' ? 'NumberSummary' : `${name}Summary`;
}
