import type { FieldNode } from 'graphql';
import type { Compiler } from './compiler';
import type { Expectation } from './declarations';
import { entriesOf, type Given } from './given';
import type { GroupField } from './group-fields';
import type { ReadableType } from './registry';
import { jsonObject } from './sql-forms';

/** Columns of the grouped statement that hold what came of what was expected. */
export const COVERAGE_COLUMNS = ['"#expected"', '"#received"', '"#approved"'] as const;

/** What came, over the rows of a group. */
export function receivedColumns({ subject, isReceived, isApproved }: Expectation, row: string): string[] {
  const counted = (condition: string) => `count(distinct ${subject(row)}) filter (where ${condition})`;
  return [
    `0 as "#expected"`,
    `${counted(isReceived(row))} as "#received"`,
    `${counted(isApproved(row))} as "#approved"`,
  ];
}

/** What was expected, in the same columns. */
export const EXPECTED_COLUMNS = ['count(*) as "#expected"', '0 as "#received"', '0 as "#approved"'];

/** Whether what is expected can be grouped so: each key is known of it, itself or by the row that it leads to. */
export function canBeExpectedBy({ fields }: Expectation, keys: readonly GroupField[]): boolean {
  return keys.every(({ field, through }) => fields.includes((through ?? field).name));
}

/** Of a filter, what can be asked of what is expected: conditions on other fields say which rows came, not which were to come. */
export function filterOfExpected({ fields }: Expectation, where: Given | undefined): Given | undefined {
  if (where === undefined || where.value === null) return undefined;
  const isKnown = (name: string, entry: Given): boolean => {
    if (fields.includes(name)) return true;
    if (name === 'not') return entry.entries().every(([below, value]) => isKnown(below, value));
    const isList = name === 'and' || name === 'or';
    return isList && entry.items().every((part) => part.entries().every(([below, value]) => isKnown(below, value)));
  };
  return entriesOf(where, isKnown);
}

/** `coverage` of a group (alias `g`) as JSON; null where nothing can be said to have been expected. */
export function coverageJson(
  compiler: Compiler,
  type: ReadableType,
  nodes: readonly FieldNode[],
  isCovered: boolean,
): string {
  if (!isCovered || type.expectation === null) return 'null::json';
  const coverage = compiler.objectType('Coverage');
  const columns = [...compiler.collector.below(coverage, nodes)].map(([key, [node]]) => {
    const name = node!.name.value;
    return `${name === '__typename' ? `'Coverage'::text` : `g."#${name}"`} as "${key}"`;
  });
  return jsonObject(columns);
}
