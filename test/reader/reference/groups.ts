import { aggregatesOf, type Summary, summarised, summaryOf } from './aggregates';
import { type Bucket, bucketOf, dateInZone } from './buckets';
import { type Comparator, comparatorOfText, compareAmounts, compareNative, COUNTED } from './comparators';
import { comparisonHolds, type Filter } from './filter';
import { type GroupField, groupFields } from './group-fields';
import { bucketLabel, dateLabel, emptyLabel, enumLabel, truthLabel } from './labels';
import { comparatorOf } from './order';
import { compareByKeys } from './own-order';
import type { Seen } from './seen';
import type { Leaf } from './shape';
import { compareCodePoints } from './text';
import type { Row } from './world';

/** Arguments of `groupedAggregates`. */
export interface GroupArguments {
  readonly by: readonly GroupBy[];
  readonly having?: Filter | null;
  readonly orderBy?: readonly Readonly<Record<string, unknown>>[] | null;
  readonly first?: number | null;
}

interface GroupBy {
  readonly field: string;
  readonly bucket?: Bucket | null;
  readonly timeZone?: string | null;
}

type Direction = 'ASC' | 'DESC';

interface Group {
  readonly keys: readonly unknown[];
  readonly rows: readonly Row[];
}

/** What rows of a type are known by where that is none of the usual names; cycles have a title only where they are extraordinary. */
const NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ReportingCycle', ['period']],
  ['AdjustmentRequest', ['product']],
  ['ReportingRule', ['kind']],
]);

const CITY = 'Asia/Ho_Chi_Minh';
const DEFAULT_FIRST = 200;

/** `groupedAggregates` of some rows. */
export function groupsOf(seen: Seen, type: string, rows: readonly Row[], args: GroupArguments): unknown[] {
  const keys = args.by.map((by) => new GroupKey(seen, type, by));
  const kept = gather(keys, rows).filter((group) => havingHolds(seen, type, group, args.having));
  const orders = [
    ...(args.orderBy ?? []).flatMap((entry) => ordersOf(seen, type, keys, entry)),
    ...byKeys(keys, 'ASC'),
  ];
  return kept
    .sort((left, right) => compareByKeys(orders, left, right))
    .slice(0, args.first ?? DEFAULT_FIRST)
    .map((group) => ({
      ...aggregatesOf(seen, type, group.rows),
      keys: keys.map((key, index) => ({ field: key.name, ...key.shown(group.keys[index]) })),
    }));
}

function gather(keys: readonly GroupKey[], rows: readonly Row[]): Group[] {
  const groups = new Map<string, { keys: readonly unknown[]; rows: Row[] }>();
  for (const row of rows) {
    const values = keys.map((key) => key.valueOf(row));
    const name = JSON.stringify(values);
    const group = groups.get(name) ?? { keys: values, rows: [] };
    group.rows.push(row);
    groups.set(name, group);
  }
  return [...groups.values()];
}

/** One key of groups: the value of a row, how values are sorted, how they are shown. */
class GroupKey {
  readonly name: string;
  private readonly field: GroupField;

  constructor(
    private readonly seen: Seen,
    private readonly type: string,
    private readonly by: GroupBy,
  ) {
    this.name = by.field;
    const field = groupFields(seen.shape, type).get(by.field);
    if (field === undefined) throw new Error(`The reference cannot group ${type} by ${by.field}.`);
    this.field = field;
  }

  /** The row's value; of a row to which it leads: that row's code, or its id where its type has no code. */
  valueOf(row: Row): unknown {
    const { field, object } = this.field;
    const holder = this.holderOf(row);
    if (holder === null) return null;
    if (field.kind === 'toOne') {
      const related = this.seen.follow(holder, field);
      return related === null ? null : this.codeOf(related);
    }
    const value = object === null ? this.seen.leaf(holder, field) : this.memberOf(holder, object, field.name);
    return value === null ? null : this.bucketed(value, field);
  }

  get compare(): Comparator {
    const { field } = this.field;
    // words are sorted by their characters here, not by the language; codes and numbers as people count
    if (field.kind === 'toOne') {
      return this.seen.shape.leaf(field.to, 'code') === undefined ? compareCodePoints : comparatorOfText('code');
    }
    if (field.scalar === 'String') return COUNTED.has(field.name) ? comparatorOfText(field.name) : compareCodePoints;
    return this.by.bucket == null ? comparatorOf(field) : compareCodePoints;
  }

  /** Value and words of a key. */
  shown(value: unknown): { value: string | null; label: string } {
    const { language, shape } = this.seen;
    const { field } = this.field;
    if (value === null) return { value: null, label: emptyLabel(language) };
    const text = textOf(value);
    if (field.kind === 'toOne') return { value: text, label: this.nameOf(field.to, text) };
    if (this.by.bucket != null) return { value: text, label: bucketLabel(text, this.by.bucket, language) };
    if (field.enumValues !== null) return { value: text, label: enumLabel(shape.schema, field.scalar, text, language) };
    if (field.scalar === 'Boolean') return { value: text, label: truthLabel(value === true, language) };
    return { value: text, label: field.scalar === 'Date' ? dateLabel(text) : text };
  }

  private holderOf(row: Row): Row | null {
    if (this.field.through === null) return row;
    const way = this.seen.shape.field(this.type, this.field.through);
    if (way.kind !== 'toOne') throw new Error(`${this.type}.${this.field.through} leads to no row.`);
    return this.seen.follow(row, way);
  }

  private memberOf(row: Row, object: string, member: string): unknown {
    const field = this.seen.shape.field(row.type.name, object);
    return field.kind === 'object' ? (this.seen.object(row, field)?.[member] ?? null) : null;
  }

  private bucketed(value: unknown, leaf: Leaf): unknown {
    const { bucket, timeZone } = this.by;
    if (bucket == null) return value;
    const date = leaf.scalar === 'DateTime' ? dateInZone(String(value), timeZone ?? CITY) : String(value);
    return bucketOf(date, bucket);
  }

  private codeOf(row: Row): string {
    const code = this.seen.shape.leaf(row.type.name, 'code');
    return code === undefined ? this.seen.globalId(row) : String(this.seen.leaf(row, code));
  }

  private nameOf(type: string, code: string): string {
    const row = this.seen.all(type).find((candidate) => this.codeOf(candidate) === code)!;
    for (const name of NAMES.get(type) ?? ['shortName', 'name', 'title', 'displayName', 'office', 'period', 'code']) {
      const leaf = this.seen.shape.leaf(type, name);
      const value = leaf === undefined ? null : this.seen.leaf(row, leaf);
      if (value !== null && leaf!.enumValues !== null) {
        return enumLabel(this.seen.shape.schema, leaf!.scalar, value as string, this.seen.language);
      }
      if (value !== null) return value as string;
    }
    return code;
  }
}

/** A value as text. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function byKeys(keys: readonly GroupKey[], direction: Direction): GroupOrder[] {
  return keys.map((key, index) => ({ valueOf: (group) => group.keys[index], compare: key.compare, direction }));
}

interface GroupOrder {
  readonly valueOf: (group: Group) => unknown;
  readonly compare: Comparator;
  readonly direction: Direction;
}

const NO_ENTRY = ['', 'ASC'] as const;

function ordersOf(
  seen: Seen,
  type: string,
  keys: readonly GroupKey[],
  entry: Readonly<Record<string, unknown>>,
): GroupOrder[] {
  const [[name, wanted] = NO_ENTRY] = Object.entries(entry);
  if (name === 'key') return byKeys(keys, wanted as Direction);
  if (name === 'count') {
    return [{ valueOf: (group) => group.rows.length, compare: compareNative, direction: wanted as Direction }];
  }
  const leaf = seen.shape.leaf(type, name)!;
  const [[figure, direction] = NO_ENTRY] = Object.entries(wanted as Record<string, Direction>);
  const valueOf = (group: Group): unknown => summaryOf(seen, group.rows, leaf)[figure as keyof Summary];
  const isAmount = leaf.scalar === 'BigInt' && figure !== 'avg';
  return [{ valueOf, compare: isAmount ? compareAmounts : compareNative, direction }];
}

function havingHolds(seen: Seen, type: string, group: Group, having: Filter | null | undefined): boolean {
  return Object.entries(having ?? {}).every(
    ([name, given]) => given == null || entryHolds(seen, type, group, name, given),
  );
}

function entryHolds(seen: Seen, type: string, group: Group, name: string, given: unknown): boolean {
  if (name === 'and') return (given as Filter[]).every((part) => havingHolds(seen, type, group, part));
  if (name === 'or') return (given as Filter[]).some((part) => havingHolds(seen, type, group, part));
  if (name === 'not') return !havingHolds(seen, type, group, given as Filter);
  if (name === 'count') return comparisonHolds(COUNT, group.rows.length, given as Filter);
  const leaf = summarised(seen, type).find((candidate) => candidate.name === name)!;
  const summary = summaryOf(seen, group.rows, leaf);
  return Object.entries(given as Filter).every(
    ([figure, comparison]) =>
      comparison == null || comparisonHolds(FIGURE, numberOf(summary[figure as keyof Summary]), comparison as Filter),
  );
}

/** Conditions compare sums of money as numbers. */
function numberOf(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : (value ?? null);
}

const COUNT = { scalar: 'Int', enumValues: null } as const;
const FIGURE = { scalar: 'Float', enumValues: null } as const;
