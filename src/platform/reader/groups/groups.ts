import type { FieldNode } from 'graphql';
import { AggregateColumns, aggregateColumns } from './aggregates';
import type { RowWriter } from '../statement/row-writer';
import { CAME_COLUMNS, canBeExpectedBy, COVERAGE_COLUMNS, coverageJson, expectedColumns } from './coverage';
import type { KeptSummary } from '../model/declarations';
import type { ArgumentValue } from '../lists/argument-value';
import { groupFieldsOf } from './group-fields';
import { type GroupKey, groupKeysOf } from './group-key';
import { havingSql } from '../lists/having';
import type { ListSource } from '../lists/list-source';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import type { Selections } from '../statement/selections';
import { literal } from '../statement/sql-forms';
import { summaryFor, type SummaryQuestion } from './summary-source';
import { cutJsonList } from '../lists/truncation';

const DEFAULT_GROUPS = 200;
const MOST_GROUPS = 1_000;

/** The rows of a list in groups, as JSON: keys, counts and summaries of each. */
export function groupsJson(
  writer: RowWriter,
  type: ReadableType,
  source: ListSource,
  nodes: readonly FieldNode[],
  list: ReadonlyMap<string, ArgumentValue>,
): string {
  const by = list.get('by')!.items();
  const object = writer.objectType(`${type.name}Group`);
  const selections = writer.collector.below(object, nodes);
  const isCovered = isCoverageWanted(writer, type, selections, by) && !source.hidesCoverage(type.expectation!);
  const write = (kept: KeptSummary | null): string | null => {
    const row = writer.alias();
    const keys = groupKeysOf(writer, type, row, by, source.reading, kept);
    const aggregates = new AggregateColumns(source, row, kept);
    const ofOther = (name: string, below: readonly FieldNode[]) => {
      if (name === 'keys') return keysJson(writer, keys, below);
      return name === 'coverage' ? coverageJson(writer, type, below, isCovered) : null;
    };
    const columns = aggregateColumns(writer, type, object, selections, aggregates, ofOther);
    const having = havingSql(writer, type, list.get('having'), aggregates, source.reading);
    const order = orderSql(writer, type, list.get('orderBy'), keys, aggregates);
    if (!aggregates.isKept) return null;
    const groups = isCovered
      ? coveredSql(writer, type, source, by, row, keys, aggregates)
      : groupedSql(source, row, keys, aggregates.columns, aggregates);
    const words = keys.map((key, index) => key.joinsOfGroups?.(`g."#k${index}"`) ?? '').join(' ');
    return cutJsonList(
      columns,
      `from (${groups}) g ${words} where ${having} order by ${order}`,
      sizeOf(list.get('first')),
    );
  };
  // an unknown bucket or zone is refused where keys are written
  const summary = isCovered
    ? null
    : summaryFor(writer.model, type, source.question(keysOf(writer, type, by)), source.reading);
  return (summary === null ? null : writer.attempt(() => write(summary))) ?? write(null)!;
}

function keysOf(writer: RowWriter, type: ReadableType, by: readonly ArgumentValue[]): SummaryQuestion['keys'] {
  const fields = groupFieldsOf(writer.model, type);
  return by.map((entry) => {
    const options = new Map(entry.entries());
    const field = fields.get(String(options.get('field')!.value))!;
    return { field, bucket: options.get('bucket')?.value, timeZone: options.get('timeZone') };
  });
}

function groupedSql(
  source: ListSource,
  row: string,
  keys: readonly GroupKey[],
  columns: readonly string[],
  { summary, keptCount }: Pick<AggregateColumns, 'summary' | 'keptCount'>,
): string {
  const joins = keys.map((key) => key.joins).join(' ');
  const rows = source.rows(row, joins, '', summary);
  const left = summary === null ? '' : ` having ${keptCount} > 0`;
  return `select ${[...keyColumns(keys), ...columns].join(', ')} ${rows} group by ${ordinals(keys)}${left}`;
}

/** Groups of what came together with those of what was expected: silence shows. */
function coveredSql(
  writer: RowWriter,
  type: ReadableType,
  source: ListSource,
  by: readonly ArgumentValue[],
  row: string,
  keys: readonly GroupKey[],
  aggregates: AggregateColumns,
): string {
  const expectation = type.expectation!;
  const came = groupedSql(source, row, keys, [...aggregates.columns, ...CAME_COLUMNS], aggregates);
  const expected = writer.alias();
  const expectedKeys = groupKeysOf(writer, type, expected, by, source.reading);
  const joins = expectedKeys.map((key) => key.joins).join(' ');
  const nothing = aggregates.names.map((name) => `null as ${name}`);
  const coming = writer.alias();
  const columns = [...keyColumns(expectedKeys), ...nothing, ...expectedColumns(coming)];
  const awaited = `select ${columns.join(', ')} ${source.expected(expectation, expected, joins, coming)} group by ${ordinals(keys)}`;
  const merged = [
    ...keys.map((_key, index) => `u."#k${index}"`),
    ...aggregates.names.map((name) => `${aggregates.merged(`u.${name}`, name)} as ${name}`),
    ...COVERAGE_COLUMNS.map((name) => `max(u.${name})::integer as ${name}`),
  ];
  return `select ${merged.join(', ')} from (${came} union all ${awaited}) u group by ${ordinals(keys)}`;
}

function isCoverageWanted(
  writer: RowWriter,
  type: ReadableType,
  selections: Selections,
  by: readonly ArgumentValue[],
): boolean {
  const isSelected = [...selections.values()].some(([node]) => node!.name.value === 'coverage');
  if (type.expectation === null || !isSelected) return false;
  return canBeExpectedBy(
    type.expectation,
    keysOf(writer, type, by).map(({ field }) => field),
  );
}

function keyColumns(keys: readonly GroupKey[]): string[] {
  return keys.map((key, index) => `${key.value} as "#k${index}"`);
}

function ordinals(keys: readonly GroupKey[]): string {
  return keys.map((_key, index) => index + 1).join(', ');
}

function keysJson(writer: RowWriter, keys: readonly GroupKey[], nodes: readonly FieldNode[]): string {
  const type = writer.objectType('GroupKey');
  const selections = [...writer.collector.below(type, nodes)];
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
  writer: RowWriter,
  type: ReadableType,
  orderBy: ArgumentValue | undefined,
  keys: readonly GroupKey[],
  aggregates: AggregateColumns,
): string {
  const byKeys = (direction: string) => keys.map((key, index) => `${key.sort(`g."#k${index}"`)} ${direction}`);
  const asked = (orderBy?.value === null ? [] : (orderBy?.items() ?? [])).flatMap((entry) => {
    const [name, given] = entry.entries()[0]!;
    if (name === 'key') return byKeys(directionOf(given));
    if (name === 'count') return [`g.${aggregates.count} ${directionOf(given)}`];
    const [summary, direction] = given.entries()[0]!;
    return [`g.${aggregates.of(writer.model.leaf(type, name)!, summary)} ${directionOf(direction)}`];
  });
  return [...asked, ...byKeys('asc')].join(', ');
}

function directionOf(given: ArgumentValue): string {
  return given.value === 'DESC' ? 'desc' : 'asc';
}

function sizeOf(first: ArgumentValue | undefined): number {
  const size = typeof first?.value === 'number' ? first.value : DEFAULT_GROUPS;
  if (size >= 1 && size <= MOST_GROUPS) return size;
  throw new ReadError('BAD_USER_INPUT', {
    vi: `\`first\` của các nhóm phải từ 1 đến ${MOST_GROUPS}, không phải ${size}.`,
    en: `\`first\` of groups must be 1 to ${MOST_GROUPS}, not ${size}.`,
  });
}
