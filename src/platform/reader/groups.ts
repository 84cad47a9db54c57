import type { FieldNode } from 'graphql';
import { AggregateColumns, aggregateColumns } from './aggregates';
import type { Compiler } from './compiler';
import type { Given } from './given';
import { type GroupKey, groupKeysOf } from './group-key';
import { havingSql } from './having';
import type { ListSource } from './list-source';
import { ReadError } from './read-error';
import type { ReadableType } from './registry';
import { jsonList, literal } from './sql-forms';

const DEFAULT_GROUPS = 200;
const MOST_GROUPS = 1_000;

/** The rows of a list in groups, as JSON: keys, counts and summaries of each. */
export function groupsJson(
  compiler: Compiler,
  type: ReadableType,
  source: ListSource,
  nodes: readonly FieldNode[],
  list: ReadonlyMap<string, Given>,
): string {
  const row = compiler.alias();
  const keys = groupKeysOf(compiler, type, row, list.get('by')!.items(), source.reading);
  const aggregates = new AggregateColumns(source, row);
  const object = compiler.objectType(`${type.name}Group`);
  const columns = aggregateColumns(
    compiler,
    type,
    object,
    compiler.collector.below(object, nodes),
    aggregates,
    (name, below) => (name === 'keys' ? keysJson(compiler, keys, below) : null),
  );
  const having = havingSql(compiler, type, list.get('having'), aggregates, source.reading);
  const order = orderSql(compiler, type, list.get('orderBy'), keys, aggregates);
  const inner = [...keys.map((key, index) => `${key.value} as "#k${index}"`), ...aggregates.columns];
  const joins = keys.map((key) => key.joins).join(' ');
  const by = keys.map((_key, index) => index + 1).join(', ');
  return jsonList(
    columns,
    `from (select ${inner.join(', ')} ${source.rows(row, joins)} group by ${by}) g
    where ${having} order by ${order} limit ${sizeOf(list.get('first'))}`,
  );
}

function keysJson(compiler: Compiler, keys: readonly GroupKey[], nodes: readonly FieldNode[]): string {
  const type = compiler.objectType('GroupKey');
  const selections = [...compiler.collector.below(type, nodes)];
  const objects = keys.map((key, index) => {
    const value = `g."#k${index}"`;
    const forms: Readonly<Record<string, () => string>> = {
      __typename: () => `'GroupKey'::text`,
      field: () => `${literal(key.name)}::text`,
      value: () => key.text(value),
      label: () => key.label(value),
    };
    const columns = selections.map(([response, [node]]) => `${forms[node!.name.value]!()} as "${response}"`);
    return `(select row_to_json("#o") from (select ${columns.join(', ')}) "#o")`;
  });
  return `array_to_json(array[${objects.join(', ')}])`;
}

function orderSql(
  compiler: Compiler,
  type: ReadableType,
  orderBy: Given | undefined,
  keys: readonly GroupKey[],
  aggregates: AggregateColumns,
): string {
  const byKeys = (direction: string) => keys.map((key, index) => `${key.sort(`g."#k${index}"`)} ${direction}`);
  const asked = (orderBy?.value === null ? [] : (orderBy?.items() ?? [])).flatMap((entry) => {
    const [name, given] = entry.entries()[0]!;
    if (name === 'key') return byKeys(directionOf(given));
    if (name === 'count') return [`g.${aggregates.count} ${directionOf(given)}`];
    const [summary, direction] = given.entries()[0]!;
    return [`g.${aggregates.summary(compiler.model.leaf(type, name)!, summary)} ${directionOf(direction)}`];
  });
  return [...asked, ...byKeys('asc')].join(', ');
}

function directionOf(given: Given): string {
  return given.value === 'DESC' ? 'desc' : 'asc';
}

function sizeOf(first: Given | undefined): number {
  const size = typeof first?.value === 'number' ? first.value : DEFAULT_GROUPS;
  if (size >= 1 && size <= MOST_GROUPS) return size;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`first\` của các nhóm phải từ 1 đến ${MOST_GROUPS}, không phải ${size}.`,
    en: `\`first\` of groups must be 1 to ${MOST_GROUPS}, not ${size}.`,
  });
}
