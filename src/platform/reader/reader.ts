import type { Database } from '../database/database';
import type { LogCursor } from '../event-log/log-cursor';
import { type Plan, valuesOf } from './plan';
import type { RunValues } from './statement';

/** What a plan's statement answered: JSON texts, all from one snapshot, and the place of the log in it. */
export interface PlanAnswer {
  readonly cursor: LogCursor;
  readonly texts: readonly (string | null)[];
}

/** Runs plans: one statement each. */
export class Reader {
  constructor(private readonly database: Database) {}

  /** Runs a plan. Throws the error of a check that does not hold, and BAD_USER_INPUT for values that cannot be meant. */
  async run(plan: Plan, run: Omit<RunValues, 'memo'>): Promise<PlanAnswer> {
    const values = valuesOf(plan, { ...run, memo: new Map() });
    const [row] = await this.database.prepared<AnswerRow>(plan.name, plan.text, values);
    const [epoch, position, ...columns] = row!;
    for (const { column, error } of plan.checks) {
      if (columns[column] !== true) throw error;
    }
    return { cursor: { epoch, position }, texts: columns as (string | null)[] };
  }

  /** PostgreSQL's plan of a plan's statement, which is not run. */
  async explain(plan: Plan, run: Omit<RunValues, 'memo'>): Promise<unknown> {
    const values = valuesOf(plan, { ...run, memo: new Map() });
    const [row] = await this.database.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${plan.text}`, values);
    return row!['QUERY PLAN'];
  }
}

type AnswerRow = [epoch: number, position: number, ...columns: (string | boolean | null)[]];
