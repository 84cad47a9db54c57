import { createHash } from 'node:crypto';
import { batchStatement } from './batch-statement';

/** A statement that gives one row, and can be prepared. */
export interface RowStatement {
  readonly name: string;
  readonly text: string;
  /** Types of the parameters; null where the text around them says it. */
  readonly types: readonly (string | null)[];
}

/** Runs of one statement that another one answers at most. */
const MOST = 100;

interface Run {
  readonly values: readonly unknown[];
  /** Account in whose turn it is read. */
  readonly owner: string;
  readonly resolve: (row: Promise<unknown[]>) => void;
}

/**
 * Gathers runs of one statement that come at the same moment (a change that concerns thirty groups of one document) into one statement. Nobody waits for others: what has come
 * when the present turn of the event loop is over, goes. Runs with equal values share one row.
 */
export class Batcher {
  private readonly waiting = new Map<string, Run[]>();

  constructor(
    private readonly read: (
      name: string,
      text: string,
      values: readonly unknown[],
      owner: string,
    ) => Promise<unknown[][]>,
  ) {}

  /** The row of a run. */
  row(statement: RowStatement, values: readonly unknown[], owner: string): Promise<unknown[]> {
    return new Promise((resolve) => {
      const waiting = this.waiting.get(statement.text);
      if (waiting !== undefined) {
        waiting.push({ values, owner, resolve });
        return;
      }
      this.waiting.set(statement.text, [{ values, owner, resolve }]);
      queueMicrotask(() => this.flush(statement));
    });
  }

  private flush(statement: RowStatement): void {
    const runs = this.waiting.get(statement.text)!;
    this.waiting.delete(statement.text);
    if (runs.length === 1) {
      runs[0]!.resolve(this.readOne(statement, runs[0]!));
      return;
    }
    const equal = new Map<string, Run[]>();
    for (const run of runs) {
      const key = JSON.stringify(run.values);
      const known = equal.get(key);
      if (known === undefined) equal.set(key, [run]);
      else known.push(run);
    }
    const distinct = [...equal.values()];
    for (let from = 0; from < distinct.length; from += MOST) this.send(statement, distinct.slice(from, from + MOST));
  }

  /** Reads one row for each list of runs with equal values. */
  private send(statement: RowStatement, distinct: readonly (readonly Run[])[]): void {
    const rows = distinct.map(([first]) => first!.values);
    const batch = rows.length === 1 ? null : batchStatement(statement.text, statement.types, rows);
    const name = batch === null ? '' : createHash('sha256').update(batch.text).digest('base64url').slice(0, 32);
    const reading = batch === null ? null : this.read(name, batch.text, batch.values, ownerOf(distinct.flat()));
    for (const [index, runs] of distinct.entries()) {
      const alone = () => this.readOne(statement, runs[0]!);
      // a run that fails must not fail the others: each is asked alone, and those that can be answered are
      const row = reading === null ? alone() : reading.then((found) => found[index]!).catch(alone);
      for (const { resolve } of runs) resolve(row);
    }
  }

  private async readOne({ name, text }: RowStatement, { values, owner }: Run): Promise<unknown[]> {
    const [row] = await this.read(name, text, values, owner);
    return row!;
  }
}

/** In whose turn runs are read together: that of the one whose they are, else nobody's, so that nobody waits for another one's turn. */
function ownerOf(runs: readonly Run[]): string {
  const [first] = runs;
  return runs.every(({ owner }) => owner === first!.owner) ? first!.owner : '';
}
