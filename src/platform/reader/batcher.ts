import { createHash } from 'node:crypto';
import { batchStatement } from './statement/batch-statement';

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
  readonly resolve: (row: unknown[] | Promise<unknown[]>) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls back when all that has been begun has done what it does at once: ticks go before microtasks, and whatever awaits something goes on in one of these. */
function inATick(callback: () => void): void {
  queueMicrotask(() => process.nextTick(callback));
}

/** What is sent: a statement with its values. */
interface Sent {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Reads in an account's turn; what is read is asked when the turn has come. */
type ReadInTurn = (owner: string, statement: () => Sent) => Promise<unknown[][]>;

/**
 * Gathers runs of one statement into one: those that come at the same moment (a change that concerns thirty groups of one document), and those that come while the
 * account's turn is waited for. Nobody waits for others: what has come when the turn has, goes. Runs with equal values share one row.
 */
export class Batcher {
  /** Runs of the present turn of the event loop, by statement. */
  private readonly coming = new Map<string, Run[]>();
  /** Runs whose turn has not come yet, by account and statement. */
  private readonly waiting = new Map<string, Run[]>();

  constructor(private readonly read: ReadInTurn) {}

  /** The row of a run. */
  row(statement: RowStatement, values: readonly unknown[], owner: string): Promise<unknown[]> {
    return new Promise((resolve, reject) => {
      const coming = this.coming.get(statement.text);
      if (coming !== undefined) {
        coming.push({ values, owner, resolve, reject });
        return;
      }
      const runs = [{ values, owner, resolve, reject }];
      this.coming.set(statement.text, runs);
      inATick(() => this.gather(statement, runs, 1));
    });
  }

  /**
   * Lets runs go when two ticks have brought no other one. Pieces of work that take turns (`lib/turns.ts`) begin one tick after the other, for as long as their
   * slice lasts: those of one slice go together.
   */
  private gather(statement: RowStatement, runs: Run[], known: number, isSecond = false): void {
    const { length } = runs;
    if (length > known || !isSecond) {
      inATick(() => this.gather(statement, runs, length, length === known));
      return;
    }
    this.coming.delete(statement.text);
    if (length > 0) this.begin(statement, runs);
  }

  /** Has runs read in their turn, with those that wait for it already. */
  private begin(statement: RowStatement, runs: Run[]): void {
    const owner = ownerOf(runs);
    const key = `${owner} ${statement.text}`;
    const waiting = this.waiting.get(key);
    if (waiting !== undefined) {
      waiting.push(...runs);
      return;
    }
    this.waiting.set(key, runs);
    const turnHasCome = (): Sending => {
      this.waiting.delete(key);
      runs.push(...this.comingOf(owner, statement));
      const sending = sendingOf(statement, runs);
      if (sending.isTogether && sending.rest.length > 0) this.begin(statement, sending.rest.flat());
      else for (const equal of sending.rest) settle(equal, this.readAlone(statement, equal[0]!));
      return sending;
    };
    void this.send(statement, runs, owner, turnHasCome);
  }

  /** Takes what an account has coming of a statement. */
  private comingOf(owner: string, { text }: RowStatement): Run[] {
    const coming = this.coming.get(text) ?? [];
    const own = coming.filter((run) => run.owner === owner);
    coming.splice(0, coming.length, ...coming.filter((run) => run.owner !== owner));
    return own;
  }

  /** A run that fails does not fail the others: each is asked alone then, and those that can be answered are. */
  private async send(
    statement: RowStatement,
    runs: readonly Run[],
    owner: string,
    turnHasCome: () => Sending,
  ): Promise<void> {
    let sent: Sending['sent'] = [runs];
    try {
      const rows = await this.read(owner, () => {
        const sending = turnHasCome();
        sent = sending.sent;
        return sending;
      });
      for (const [index, equal] of sent.entries()) settle(equal, rows[index]!);
    } catch (error) {
      const [only, ...others] = sent;
      if (others.length === 0) for (const { reject } of only!) reject(error);
      else for (const equal of sent) settle(equal, this.readAlone(statement, equal[0]!));
    }
  }

  private async readAlone({ name, text }: RowStatement, { values, owner }: Run): Promise<unknown[]> {
    const [row] = await this.read(owner, () => ({ name, text, values }));
    return row!;
  }
}

/** What one statement reads, and for whom. */
interface Sending extends Sent {
  /** Runs with equal values, for each row. */
  readonly sent: readonly (readonly Run[])[];
  /** Those for which there is no room in it. */
  readonly rest: readonly (readonly Run[])[];
  /** Whether runs with different values can share a statement. */
  readonly isTogether: boolean;
}

function sendingOf({ name, text, types }: RowStatement, runs: readonly Run[]): Sending {
  const distinct = distinctOf(runs);
  const [first] = distinct;
  const sent = distinct.slice(0, MOST);
  const batch =
    sent.length === 1
      ? null
      : batchStatement(
          text,
          types,
          sent.map(([run]) => run!.values),
        );
  if (batch === null) {
    return { name, text, values: first![0]!.values, sent: [first!], rest: distinct.slice(1), isTogether: false };
  }
  const batchName = createHash('sha256').update(batch.text).digest('base64url').slice(0, 32);
  return { ...batch, name: batchName, sent, rest: distinct.slice(MOST), isTogether: true };
}

function settle(runs: readonly Run[], row: unknown[] | Promise<unknown[]>): void {
  for (const { resolve } of runs) resolve(row);
}

/** Runs with equal values together. */
function distinctOf(runs: readonly Run[]): (readonly Run[])[] {
  if (runs.length === 1) return [runs];
  const found = new Map<string, Run[]>();
  for (const run of runs) {
    const key = JSON.stringify(run.values);
    const equal = found.get(key);
    if (equal === undefined) found.set(key, [run]);
    else equal.push(run);
  }
  return [...found.values()];
}

/** In whose turn runs are read together: that of the one whose they are, else nobody's, so that nobody waits for another one's turn. */
function ownerOf(runs: readonly Run[]): string {
  const [first] = runs;
  return runs.every(({ owner }) => owner === first!.owner) ? first!.owner : '';
}
