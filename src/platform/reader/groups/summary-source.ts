import type { KeptSummary } from '../model/declarations';
import type { ArgumentValue } from '../lists/argument-value';
import type { GroupField } from './group-fields';
import type { ReadModel } from '../model/model';
import type { ReadableType } from '../model/registry';
import type { Scope } from '../statement/statement';
import { CITY_ZONE } from '../../lib/city-zone';

/** What a list is asked for, as far as it decides whether kept sums answer it. */
export interface SummaryQuestion {
  readonly where: ArgumentValue | undefined;
  /** Properties that tie the list to its parent. */
  readonly tiedBy: readonly string[];
  readonly keys: readonly {
    readonly field: GroupField;
    readonly bucket: unknown;
    readonly timeZone: ArgumentValue | undefined;
  }[];
}

/**
 * The kept summary of a type, where it gives what the rows themselves would: of the present, with keys, filter and the asker's rights all constant over each of
 * its rows. Null where it would not.
 */
export function summaryFor(
  model: ReadModel,
  type: ReadableType,
  question: SummaryQuestion,
  scope: Scope,
): KeptSummary | null {
  const { summary } = type;
  if (summary === null || scope.time.idSuffix !== null) return null;
  const isKept = (property: string) => summary.dimensions.includes(property);
  const { by, readable } = type.policy;
  const isSeenWhole = typeof readable(scope.actor) === 'string';
  if (!isSeenWhole && by?.(scope.actor).every(isKept) !== true) return null;
  if (!question.tiedBy.every(isKept)) return null;
  if (!isFilterKept(model, type, question.where, summary)) return null;
  return question.keys.every((key) => isKeyKept(key, model, type, summary)) ? summary : null;
}

function isKeyKept(
  { field: { field, through }, bucket, timeZone }: SummaryQuestion['keys'][number],
  model: ReadModel,
  type: ReadableType,
  { dimensions, month }: KeptSummary,
): boolean {
  const own = through ?? field;
  // a member of an object may have the name of a property of the row
  if (model.of(type).get(own.name) !== own) return false;
  if (own.kind === 'toOne') return dimensions.includes(type.toOne.get(own.name)!.idProperty);
  if (own.name !== month?.property) return own.isStored && dimensions.includes(own.name);
  // a variable's zone is no part of a plan: another value would meet the same statement
  const isCityZone =
    timeZone === undefined || timeZone.value === null || (timeZone.isFixed && timeZone.value === CITY_ZONE);
  return isCityZone && ['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR'].includes(String(bucket));
}

function isFilterKept(
  model: ReadModel,
  type: ReadableType,
  where: ArgumentValue | undefined,
  { dimensions }: KeptSummary,
): boolean {
  if (where === undefined || where.value === null) return true;
  return where.entries().every(([name, entry]) => {
    if (entry.value === null || entry.value === undefined) return true;
    if (name === 'and' || name === 'or') {
      return entry.items().every((part) => isFilterKept(model, type, part, { dimensions } as KeptSummary));
    }
    if (name === 'not') return isFilterKept(model, type, entry, { dimensions } as KeptSummary);
    const relation = type.toOne.get(name);
    return dimensions.includes(relation === undefined ? name : relation.idProperty);
  });
}
