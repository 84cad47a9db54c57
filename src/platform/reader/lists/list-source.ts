import { createHash } from 'node:crypto';
import { comingSql, coverageFilterOf } from '../groups/coverage';
import type { Expectation, KeptSummary } from '../model/declarations';
import type { ArgumentValue } from './argument-value';
import type { PageRequest } from './list-arguments';
import type { ReadModel } from '../model/model';
import { beyond, type Order, orderOf } from './order';
import type { PageCursors, PagePlace } from './page-cursor';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import type { RunValues, Scope } from '../statement/statement';
import type { SummaryQuestion } from '../groups/summary-source';
import { whereSql } from './where';

/** What ties a list to the row that it hangs on. */
export interface Tie {
  /** Condition on a row of the list. */
  readonly sql: (row: string) => string;
  /** Properties of the row that it looks at. */
  readonly by: readonly string[];
}

/** A list of all rows. */
export const UNTIED: Tie = { sql: () => 'true', by: [] };

/** The rows of a list: its table, the asker's rights, its filter. Each use writes them anew, under an alias of its own. */
export class ListSource {
  private readonly scope: Scope;
  private dependsOnDate = false;

  constructor(
    private readonly model: ReadModel,
    private readonly cursors: PageCursors,
    readonly type: ReadableType,
    private readonly tie: Tie,
    private readonly list: ReadonlyMap<string, ArgumentValue>,
    scope: Scope,
  ) {
    this.scope = scope.on(
      () => this.dateOfPage(scope),
      () => (this.dependsOnDate = true),
    );
  }

  /** `from … where …` of all rows of the list, with further joins and a further condition. */
  rows(row: string, joins = '', further = '', summary: KeptSummary | null = null): string {
    const conditions = [
      this.tie.sql(row),
      this.scope.readable(this.type, row),
      whereSql(this.model, this.type, row, this.list.get('where'), this.scope),
      further,
    ].filter((condition) => condition !== 'true' && condition !== '');
    const where = conditions.length === 0 ? '' : ` where ${conditions.join(' and ')}`;
    // events name the table that the summary is kept of
    const table = this.scope.rows(this.type);
    return `from ${summary === null ? table : `"${summary.table}"`} ${row} ${joins}${where}`;
  }

  /**
   * `from … where …` of what was expected of the list, as far as its filter can be asked of it, with what is known of its coming under the alias `came`: over all rows,
   * those too that the asker may not read, of which only their number is told.
   */
  expected(expectation: Expectation, row: string, joins: string, came: string): string {
    const { ofExpected, ofCome } = coverageFilterOf(expectation, this.list.get('where'));
    const alias = this.scope.statement.alias();
    const rows = { table: this.scope.rows(this.type), alias, condition: this.allOf(ofCome, alias) };
    return `from ${expectation.sql(this.scope)} ${row} ${joins} ${comingSql(expectation, row, rows)} ${came}
      where ${this.tie.sql(row)} and ${this.allOf(ofExpected, row)}`;
  }

  /** Whether coverage of the list would be told by what hidden rows say, or be a wrong figure without them. */
  hidesCoverage(expectation: Expectation): boolean {
    if (this.type.policy.readable(this.scope.actor) === 'all') return false;
    return !coverageFilterOf(expectation, this.list.get('where')).isCountable;
  }

  private allOf(conditions: readonly ArgumentValue[], row: string): string {
    const all = conditions.map((condition) => whereSql(this.model, this.type, row, condition, this.scope));
    return ['true', ...all].join(' and ');
  }

  /** What decides whether kept sums answer for the list, grouped by some keys. */
  question(keys: SummaryQuestion['keys']): SummaryQuestion {
    return { where: this.list.get('where'), tiedBy: this.tie.by, keys };
  }

  /** The scope in which the list's own expressions are read. */
  get reading(): Scope {
    return this.scope;
  }

  /** The order of the list for the rows of an alias. */
  order(row: string): Order {
    return orderOf(this.model, this.type, row, this.list.get('orderBy'), this.scope);
  }

  /** Conditions that a page puts on the rows: beyond its cursors. */
  places(order: Order, { after, before }: PageRequest): string {
    const conditions: string[] = [];
    if (after !== null) conditions.push(beyond(order.keys, this.bounds(order, after, 'after')));
    if (before !== null) conditions.push(beyond(order.keys, this.bounds(order, before, 'before'), true));
    return conditions.join(' and ');
  }

  /** What a cursor of this list is sealed with: its key, and the date where the list depends on it. */
  seal(order: Order): { readonly key: string; readonly today: string | null } {
    const key = this.scope.statement.bind((run) => this.cursors.keyOf(this.nameOf(order)(run)), 'bytea');
    return { key, today: this.dependsOnDate ? this.scope.time.today(this.scope.statement) : null };
  }

  private bounds(order: Order, given: ArgumentValue, argument: string): string[] {
    const { statement } = this.scope;
    const name = this.nameOf(order);
    const opened = statement.once((run): PagePlace => {
      const place = this.cursors.open(name(run), String(given.read(run.variables)));
      if (place?.values.length !== order.keys.length) throw noCursor(argument);
      return place;
    });
    return order.keys.map((key, index) => statement.bind((run) => opened(run).values[index], key.cast));
  }

  /** An earlier page's cursor keeps its date, so that what is derived from the date does not move between two pages. */
  private dateOfPage(outer: Scope): string {
    const given = [this.list.get('after'), this.list.get('before')].find((entry) => typeof entry?.value === 'string');
    if (given === undefined || outer.time.isPast) return outer.time.today(outer.statement);
    return outer.statement.bind((run) => this.cursors.peekDate(String(given.read(run.variables))) ?? run.today, 'date');
  }

  private nameOf(order: Order): (run: RunValues) => string {
    const keys = order.keys.map((key) => `${key.name} ${key.direction}`).join(',');
    const where = this.list.get('where');
    return this.scope.statement.once((run) => {
      const filter = JSON.stringify(where?.read(run.variables) ?? {});
      return `${this.type.name}|${keys}|${createHash('sha256').update(filter).digest('base64url')}`;
    });
  }
}

function noCursor(argument: string): ReadError {
  return new ReadError('BAD_USER_INPUT', {
    vi: `\`${argument}\` không phải là con trỏ của danh sách này (cùng bộ lọc, cùng thứ tự). Hãy đọc lại từ đầu danh sách.`,
    en: `\`${argument}\` is no cursor of this list (same filter, same order). Read the list from its beginning.`,
  });
}
