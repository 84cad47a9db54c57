import type { AggregateColumns } from '../groups/aggregates';
import type { RowWriter } from '../statement/row-writer';
import type { ArgumentValue } from './argument-value';
import type { ReadableType } from '../model/registry';
import type { Scope } from '../statement/statement';
import { type Comparable, comparisonSql } from './where';

const COUNT: Comparable = {
  name: 'count',
  leafName: 'Int',
  sqlType: 'integer',
  isEnum: false,
  isPlain: false,
  convert: (value) => value,
};

/** The condition of a `having` over aggregated rows (alias `g`). */
export function havingSql(
  writer: RowWriter,
  type: ReadableType,
  having: ArgumentValue | undefined,
  aggregates: AggregateColumns,
  scope: Scope,
): string {
  if (having === undefined || having.value === null) return 'true';
  const below = (part: ArgumentValue) => havingSql(writer, type, part, aggregates, scope);
  const conditions = having.entries().flatMap(([name, given]) => {
    if (given.value === null || given.value === undefined) return [];
    if (name === 'not') return [`((${below(given)}) is not true)`];
    if (name === 'and' || name === 'or') {
      const parts = given.items().map((part) => `(${below(part)})`);
      return [parts.length === 0 ? String(name === 'and') : `(${parts.join(` ${name} `)})`];
    }
    if (name === 'count') return [comparisonSql(`g.${aggregates.count}`, COUNT, given, scope)];
    const field = writer.model.leaf(type, name)!;
    return given.entries().flatMap(([summary, comparison]) => {
      if (comparison.value === null || comparison.value === undefined) return [];
      const number: Comparable = { ...COUNT, name, leafName: 'Float', sqlType: 'float8' };
      return [comparisonSql(`(g.${aggregates.of(field, summary)})::float8`, number, comparison, scope)];
    });
  });
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}
