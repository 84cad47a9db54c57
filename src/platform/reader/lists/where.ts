import { parseGlobalId } from '../../lib/global-id';
import { plainText, searchText } from '../../lib/text-forms';
import { collationOfScalar } from '../statement/collation';
import type { ArgumentValue } from './argument-value';
import type { LeafField, ManyField, ModelField, ReadModel, ToOneField } from '../model/model';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import { MOST_VALUES } from '../model/size-class';
import type { Scope, Parameter } from '../statement/statement';

const DEEPEST = 12;
const NIL = '00000000-0000-0000-0000-000000000000';

/**
 * The condition of a `where` over the row named by an alias; it may be null where an operand is, so a negation asks `is not true`. Values are
 * parameters; names come from the model alone.
 */
export function whereSql(
  model: ReadModel,
  type: ReadableType,
  row: string,
  where: ArgumentValue | undefined,
  scope: Scope,
): string {
  return new WhereWriter(model, scope).filter(type, row, where, 1);
}

/** A comparison's condition over any expression. */
export function comparisonSql(expression: string, field: Comparable, given: ArgumentValue, scope: Scope): string {
  const parts = given.entries().flatMap(([operator, operand]) => {
    const part = operatorSql(expression, field, operator, operand, scope);
    return part === null ? [] : [part];
  });
  return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
}

/** What a comparison must know of the value compared. */
export interface Comparable {
  readonly name: string;
  readonly leafName: string;
  readonly sqlType: string;
  readonly isEnum: boolean;
  /** Whether it is a text that people write, which is equal in whatever form it was typed. */
  readonly isPlain: boolean;
  /** Turns what the client gave into what the database compares. */
  readonly convert: (value: unknown) => unknown;
}

class WhereWriter {
  constructor(
    private readonly model: ReadModel,
    private readonly scope: Scope,
  ) {}

  filter(type: ReadableType, row: string, given: ArgumentValue | undefined, depth: number): string {
    if (given === undefined || given.value === null) return 'true';
    if (depth > DEEPEST) throw tooDeep();
    const conditions = given.entries().flatMap(([name, entry]) => {
      if (entry.value === null || entry.value === undefined) return [];
      return [this.entry(type, row, name, entry, depth)];
    });
    return conditions.length === 0 ? 'true' : conditions.join(' and ');
  }

  private entry(type: ReadableType, row: string, name: string, given: ArgumentValue, depth: number): string {
    if (name === 'and' || name === 'or') {
      const parts = given.items().map((part) => `(${this.filter(type, row, part, depth + 1)})`);
      if (name === 'and') return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
      return parts.length === 0 ? 'false' : `(${parts.join(' or ')})`;
    }
    if (name === 'not') return `((${this.filter(type, row, given, depth + 1)}) is not true)`;
    const field = this.model.of(type).get(name);
    return this.field(type, row, field, name, given, depth);
  }

  private field(
    type: ReadableType,
    row: string,
    field: ModelField | undefined,
    name: string,
    given: ArgumentValue,
    depth: number,
  ): string {
    if (field?.kind === 'leaf') {
      if (!compares(given)) return 'true';
      return comparisonSql(leafOperand(type, field, row, this.scope), comparableOf(type, field), given, this.scope);
    }
    if (field?.kind === 'toOne') return this.toOne(field, row, given, depth);
    if (field?.kind === 'many') return this.many(field, row, given, depth);
    if (field?.kind === 'object') {
      const parts = given.entries().flatMap(([member, comparison]) => {
        const leaf = field.members.get(member);
        if (leaf === undefined || comparison.value === null || !compares(comparison)) return [];
        return [comparisonSql(leaf.sql(row, this.scope), comparableOf(type, leaf), comparison, this.scope)];
      });
      return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
    }
    throw new Error(`The schema offers a filter on ${type.name}.${name} that the reader does not know.`);
  }

  private toOne(field: ToOneField, row: string, given: ArgumentValue, depth: number): string {
    const alias = this.scope.statement.alias('f');
    const { to } = field;
    return `exists (select from ${this.scope.rows(to)} ${alias} where ${alias}."${to.id.column}" = ${field.id(row, this.scope)}
      and ${this.scope.readable(to, alias)} and ${this.filter(to, alias, given, depth + 1)})`;
  }

  private many(field: ManyField, row: string, given: ArgumentValue, depth: number): string {
    const parts = given.entries().flatMap(([quantifier, filter]) => {
      if (filter.value === null || filter.value === undefined) return [];
      const alias = this.scope.statement.alias('f');
      const condition = this.filter(field.of, alias, filter, depth + 1);
      const rows = `select from ${this.scope.rows(field.of)} ${alias} where ${field.tie(alias, row)}
        and ${this.scope.readable(field.of, alias)}`;
      if (quantifier === 'some') return [`exists (${rows} and ${condition})`];
      if (quantifier === 'none') return [`not exists (${rows} and ${condition})`];
      return [`not exists (${rows} and (${condition}) is not true)`];
    });
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
  }
}

// an operand whose operators are all empty would be bound and never used
function compares(given: ArgumentValue): boolean {
  return given
    .entries()
    .some(([operator, { value }]) => operator === 'eq' || operator === 'ne' || (value !== null && value !== undefined));
}

function leafOperand(type: ReadableType, field: LeafField, row: string, scope: Scope): string {
  return field.isKey ? `${row}."${type.id.column}"` : field.sql(row, scope);
}

function comparableOf(type: ReadableType, field: LeafField): Comparable {
  const leafName = field.leaf.name;
  const isPlain = isPlainText(type, field);
  return {
    name: field.name,
    leafName,
    sqlType: field.isKey ? type.id.sqlType : field.sqlType,
    isEnum: field.values !== null,
    isPlain,
    convert: field.isKey ? (value) => (leafName === 'ID' ? uuidOf(type, value) : positionOf(value)) : plain,
  };
}

/** Whether a field holds a text that people write, not one that programs do. */
function isPlainText(type: ReadableType, { name, leaf, isKey, sqlType }: LeafField): boolean {
  return !isKey && sqlType === 'text' && leaf.name === 'String' && type.options.machineTexts?.includes(name) !== true;
}

// positions are never given twice: the epoch adds nothing
function positionOf(value: unknown): string {
  return String(value).split('.')[1] ?? '0';
}

function plain(value: unknown): unknown {
  if (typeof value === 'string') return plainText(value);
  return value instanceof Date ? value.toISOString() : value;
}

// an id of another type, or no id at all, equals nothing
function uuidOf(type: ReadableType, value: unknown): string {
  const parsed = parseGlobalId(String(value));
  return parsed?.prefix === type.options.prefix ? parsed.uuid : NIL;
}

const ORDERED: Readonly<Record<string, string>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

function operatorSql(
  expression: string,
  field: Comparable,
  operator: string,
  given: ArgumentValue,
  scope: Scope,
): string | null {
  const one = (convert = field.convert) => scope.statement.bind(converted(given, convert), field.sqlType);
  const same = field.isPlain ? `plain_text(${expression})` : expression;
  if (operator === 'eq') return given.value === null ? `${expression} is null` : `${same} = ${one()}`;
  if (operator === 'ne') {
    return given.value === null ? `${expression} is not null` : `${same} is distinct from ${one()}`;
  }
  if (given.value === null || given.value === undefined) return null;
  if (operator === 'isNull') return given.value === true ? `${expression} is null` : `${expression} is not null`;
  if (operator === 'in') return `${same} = any(${many(field, given, operator, scope)})`;
  if (operator === 'notIn') return `(${same} = any(${many(field, given, operator, scope)})) is not true`;
  if (operator === 'contains') return `search_text(${expression}) like ${one((text) => `%${pattern(text)}%`)}`;
  if (operator === 'startsWith') return `search_text(${expression}) like ${one((text) => `${pattern(text)}%`)}`;
  return `${expression}${collationOf(field)} ${ORDERED[operator]!} ${one()}`;
}

function collationOf({ name, sqlType, leafName }: Comparable): string {
  if (sqlType !== 'text') return '';
  return collationOfScalar(leafName, name);
}

function pattern(text: unknown): string {
  return searchText(String(text)).replace(/[\\%_]/g, '\\$&');
}

// by themselves: closures of a larger function would keep all that stands around them as long as the plan is kept
function converted(given: ArgumentValue, convert: Comparable['convert']): Parameter {
  return (run) => convert(given.read(run.variables));
}

function convertedEach(given: ArgumentValue, { name, convert }: Comparable, operator: string): Parameter {
  return (run) => {
    const values = given.read(run.variables) as unknown[];
    if (values.length > MOST_VALUES) throw tooMany(name, operator, values.length);
    return values.map((value) => convert(value));
  };
}

function many(field: Comparable, given: ArgumentValue, operator: string, scope: Scope): string {
  return scope.statement.bind(convertedEach(given, field, operator), `${field.sqlType}[]`);
}

function tooMany(name: string, operator: string, count: number): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `Danh sách \`${operator}\` của \`${name}\` có ${count} giá trị; tối đa ${MOST_VALUES}.`,
    en: `The list of \`${operator}\` of \`${name}\` has ${count} values; at most ${MOST_VALUES}.`,
  });
}

function tooDeep(): ReadError {
  return new ReadError('QUERY_TOO_COMPLEX', {
    vi: `Bộ lọc \`where\` lồng nhau quá ${DEEPEST} tầng. Hãy viết gọn lại.`,
    en: `The filter \`where\` is nested more than ${DEEPEST} levels deep. Write it more simply.`,
  });
}
