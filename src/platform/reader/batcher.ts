import { createHash } from 'node:crypto';
import type { Plan } from './plan';
import { batchStatement } from './batch-statement';

/** Runs of one plan that one statement answers at most. */
const MOST = 100;

/** Reads the rows of a statement. */
export type ReadRows = (statement: { name: string; text: string; values: readonly unknown[] }) => Promise<unknown[][]>;

interface Waiting {
  readonly values: readonly unknown[];
  readonly resolve: (row: Promise<unknown[]>) => void;
}

/**
 * Gathers runs of one plan that come at the same moment (a change that concerns thirty groups of one document) into one statement. Nobody waits for others: what has come when the
 * present turn of the event loop is over, goes.
 */
export class Batcher {
  private readonly waiting = new Map<Plan, Waiting[]>();

  constructor(
    private readonly readOne: (plan: Plan, values: readonly unknown[]) => Promise<unknown[]>,
    private readonly readRows: ReadRows,
  ) {}

  /** The row of a run. */
  row(plan: Plan, values: readonly unknown[]): Promise<unknown[]> {
    return new Promise((resolve) => {
      const waiting = this.waiting.get(plan);
      if (waiting !== undefined) {
        waiting.push({ values, resolve });
        return;
      }
      this.waiting.set(plan, [{ values, resolve }]);
      queueMicrotask(() => this.flush(plan));
    });
  }

  private flush(plan: Plan): void {
    const waiting = this.waiting.get(plan)!;
    this.waiting.delete(plan);
    for (let from = 0; from < waiting.length; from += MOST) this.send(plan, waiting.slice(from, from + MOST));
  }

  private send(plan: Plan, runs: readonly Waiting[]): void {
    const batch =
      runs.length === 1
        ? null
        : batchStatement(
            plan.text,
            plan.types,
            runs.map(({ values }) => values),
          );
    if (batch === null) {
      for (const { values, resolve } of runs) resolve(this.readOne(plan, values));
      return;
    }
    const name = createHash('sha256').update(batch.text).digest('base64url').slice(0, 32);
    const reading = this.readRows({ name, ...batch });
    for (const [index, { values, resolve }] of runs.entries()) {
      // a run that fails must not fail the others: each is asked alone, and those that can be answered are
      resolve(reading.then((rows) => rows[index]!).catch(() => this.readOne(plan, values)));
    }
  }
}
