import type { FieldNode } from 'graphql';
import type { RowWriter } from '../statement/row-writer';
import type { Expectation } from '../model/declarations';
import { entriesOf, type ArgumentValue } from '../lists/argument-value';
import type { GroupField } from './group-fields';
import type { ReadableType } from '../model/registry';
import { jsonObject } from '../statement/sql-forms';

/** Columns of the grouped statement that hold what came of what was expected. */
export const COVERAGE_COLUMNS = ['"#expected"', '"#received"', '"#approved"'] as const;

/** The columns of groups of what came: coverage is told by what was to come, so that it is the same for everybody, however few of the rows they may read. */
export const CAME_COLUMNS = COVERAGE_COLUMNS.map((name) => `0 as ${name}`);

/** The columns of groups of what was expected; `came` is the alias of what is known of each one's coming. */
export function expectedColumns(came: string): string[] {
  const counts = ['count(*)', ...['received', 'approved'].map((is) => `count(*) filter (where ${came}.is_${is})`)];
  return counts.map((count, index) => `${count} as ${COVERAGE_COLUMNS[index]!}`);
}

/** What is known of the coming of an expected row, by the rows of the type for which a condition holds. */
export function comingSql(
  { subject, isReceived, isApproved }: Expectation,
  expected: string,
  rows: { readonly table: string; readonly alias: string; readonly condition: string },
): string {
  const { table, alias, condition } = rows;
  const any = (is: string) => `coalesce(bool_or(${is}), false)`;
  return `cross join lateral (select ${any(isReceived(alias))} as is_received, ${any(isApproved(alias))} as is_approved
    from ${table} ${alias} where ${subject(alias)} = ${subject(expected)} and ${condition})`;
}

/** Whether what is expected can be grouped so: each key is known of it, itself or by the row that it leads to. */
export function canBeExpectedBy({ fields }: Expectation, keys: readonly GroupField[]): boolean {
  return keys.every(({ field, through }) => fields.includes((through ?? field).name));
}

/** A filter taken apart: what is asked of what was to come, and what is asked of what came. */
export interface CoverageFilter {
  readonly ofExpected: readonly ArgumentValue[];
  readonly ofCome: readonly ArgumentValue[];
  /** Whether all of it may be asked of rows that are hidden from the asker. */
  readonly isCountable: boolean;
}

/** Takes a filter apart, condition by condition: what is known of the expected is asked of that, everything else of what came. */
export function coverageFilterOf({ fields, countable }: Expectation, where: ArgumentValue | undefined): CoverageFilter {
  const all = conditionsOf(where);
  const within = (names: readonly string[]) => (condition: ArgumentValue) => mentionsOnly(names, condition);
  const ofCome = all.filter((condition) => !within(fields)(condition));
  return {
    ofExpected: all.filter(within(fields)),
    ofCome,
    isCountable: ofCome.every(within([...fields, ...countable])),
  };
}

/** The conditions that must all hold, one by one. */
function conditionsOf(where: ArgumentValue | undefined): ArgumentValue[] {
  if (where === undefined || where.value === null) return [];
  return where.entries().flatMap(([name, entry]) => {
    if (entry.value === null) return [];
    return name === 'and'
      ? entry.items().flatMap(conditionsOf)
      : [entriesOf(where, (other, value) => other === name && value.value !== null)];
  });
}

function mentionsOnly(names: readonly string[], condition: ArgumentValue): boolean {
  return condition.entries().every(([name, entry]) => {
    if (name === 'not') return mentionsOnly(names, entry);
    return name === 'and' || name === 'or'
      ? entry.items().every((part) => mentionsOnly(names, part))
      : names.includes(name);
  });
}

/** `coverage` of a group (alias `g`) as JSON; null where nothing can be said to have been expected. */
export function coverageJson(
  writer: RowWriter,
  type: ReadableType,
  nodes: readonly FieldNode[],
  isCovered: boolean,
): string {
  if (!isCovered || type.expectation === null) return 'null::json';
  const coverage = writer.objectType('Coverage');
  const columns = [...writer.collector.below(coverage, nodes)].map(([key, [node]]) => {
    const name = node!.name.value;
    return `${name === '__typename' ? `'Coverage'::text` : `g."#${name}"`} as "${key}"`;
  });
  return jsonObject(columns);
}
