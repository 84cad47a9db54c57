import { parseGlobalId } from '../lib/global-id';
import type { ReadContext } from './read-context';
import { ReadError } from './read-error';
import type { ReadableType, Registry } from './registry';
import { expressionOf, type Parameters, readable } from './statement';

/** A `where` argument after coercion. */
export type Filter = Readonly<Record<string, unknown>>;

interface Comparison {
  readonly eq?: unknown;
  readonly ne?: unknown;
  readonly in?: readonly unknown[] | null;
}

const MOST_VALUES = 1_000;

/** Turns a filter into a condition over the row named by an alias. Values are parameters; names come from the registry alone. */
export class FilterWriter {
  private aliases = 0;

  constructor(
    private readonly registry: Registry,
    private readonly parameters: Parameters,
    private readonly context: ReadContext,
  ) {}

  /** The condition of a filter; `true` for none. */
  write(type: ReadableType, row: string, filter: Filter | null | undefined): string {
    const conditions = Object.entries(filter ?? {}).flatMap(([name, value]) => {
      if (value === null || value === undefined) return [];
      return [this.entry(type, row, name, value)];
    });
    return conditions.length === 0 ? 'true' : conditions.join(' and ');
  }

  private entry(type: ReadableType, row: string, name: string, value: unknown): string {
    if (name === 'and') {
      return `(${(value as Filter[]).map((part) => this.write(type, row, part)).join(' and ') || 'true'})`;
    }
    const relation = type.toOne.get(name);
    if (relation !== undefined) {
      const target = this.registry.of(relation.to);
      const alias = `f${++this.aliases}`;
      const reference = expressionOf(type, relation.idProperty, row, this.parameters, this.context);
      return `exists (select from "${target.table}" ${alias} where ${alias}."${target.id.column}" = ${reference}
        and ${readable(target, alias, this.parameters, this.context)} and (${this.write(target, alias, value as Filter)}))`;
    }
    if (name === 'id') return this.compareIds(type, row, value as Comparison);
    const expression = expressionOf(type, name, row, this.parameters, this.context);
    if (expression === null)
      throw new Error(`The schema offers a filter on ${type.name}.${name} that the reader does not know.`);
    return this.compare(expression, value as Comparison, (given) => given);
  }

  private compareIds(type: ReadableType, row: string, comparison: Comparison): string {
    return this.compare(`${row}."${type.id.column}"::text`, comparison, (given) => {
      const parsed = parseGlobalId(String(given));
      // an id of another type, or no id at all, equals nothing
      return parsed?.prefix === type.options.prefix ? parsed.uuid : '';
    });
  }

  private compare(expression: string, { eq, ne, in: among }: Comparison, convert: (value: unknown) => unknown): string {
    const parts: string[] = [];
    if (eq === null) parts.push(`${expression} is null`);
    else if (eq !== undefined) parts.push(`${expression} = ${this.parameters.bind(convert(eq))}`);
    if (ne === null) parts.push(`${expression} is not null`);
    else if (ne !== undefined) parts.push(`${expression} is distinct from ${this.parameters.bind(convert(ne))}`);
    if (among !== undefined && among !== null) {
      if (among.length > MOST_VALUES) {
        throw new ReadError('BAD_USER_INPUT', {
          vi: `Danh sách \`in\` có ${among.length} giá trị; tối đa ${MOST_VALUES}.`,
          en: `The list of \`in\` has ${among.length} values; at most ${MOST_VALUES}.`,
        });
      }
      const placeholders = among.map((value) => this.parameters.bind(convert(value)));
      parts.push(placeholders.length === 0 ? 'false' : `${expression} in (${placeholders.join(', ')})`);
    }
    return parts.length === 0 ? 'true' : `(${parts.join(' and ')})`;
  }
}
