import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../../database/database';
import { errorOfStatement } from '../../database/error-of-statement';
import { batchStatements, type BatchStatements } from './batch-statements';
import type { BatchedWrites } from './batched-command';

/** What a command was loaded with, beside its facts. */
export interface LoadedCommand {
  /** The row by which commands of its kind take turns; null when there is none. */
  readonly turnId: string | null;
  readonly version: string | null;
  /** What was written under its key before. */
  readonly remembered: { readonly contentHash: string; readonly written: object; readonly txid: string } | null;
}

/** What becomes of a command once its facts are known: an answer that stands already, or what is to be written. Throws its refusal. */
export type Judge<Facts> = (
  facts: Facts & LoadedCommand,
) => { readonly answered: Answered } | { readonly change: object; readonly written: object };

/** What a command has written, and in which transaction. */
export interface Answered {
  readonly written: object;
  readonly txid: string;
}

interface Run {
  readonly owner: string;
  readonly asked: object;
  readonly judge: Judge<object>;
  readonly resolve: (answered: Answered) => void;
  readonly reject: (error: unknown) => void;
  attempts: number;
  /** It failed in company, perhaps for another one's sake. */
  goesAlone: boolean;
}

interface Judged {
  readonly run: Run;
  readonly turnId: string;
  readonly change: object;
  readonly written: object;
}

/** How many commands share statements, and how many batches are under way at a time. */
export interface BatchBounds {
  readonly most: number;
  readonly underWay: number;
}

/** Two, so that one is judged and written while the next gathers; one at a time was neither faster nor slower, beyond the machine's own ups and downs. */
const BOUNDS: BatchBounds = { most: 64, underWay: 2 };

/** Of many that want the same row at once some lose more than once. */
const ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 50;

/**
 * Runs commands of one kind in batches: what has come while others are under way goes together, in one statement that loads, one that writes and commits. Nobody
 * waits for others to come. Commands on the same row take turns, and each is judged by what stands when its turn has come: the write changes that row, and only if it is
 * the very version that was loaded; who was overtaken, by whatever command of whatever process, is judged anew. A batch that fails is done one by one.
 */
export class CommandBatcher {
  private waiting: Run[] = [];
  /** Rows on which something is being written, and who waits for them. */
  private readonly busy = new Map<string, Run[]>();
  private underWay = 0;
  private isGathering = false;
  private readonly statements: BatchStatements;
  /** Under which connections prepare them. */
  private readonly names: BatchStatements;

  constructor(
    private readonly database: Database,
    writes: BatchedWrites,
    private readonly bounds: BatchBounds = BOUNDS,
  ) {
    this.statements = batchStatements(writes);
    this.names = { load: `load ${writes.name}`, write: `write ${writes.name}` };
  }

  /** Runs a command; gives what it wrote, or what was written under its key before. */
  run(owner: string, asked: object, judge: Judge<never>): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        owner,
        asked,
        judge: judge as Judge<object>,
        resolve,
        reject,
        attempts: 0,
        goesAlone: false,
      });
      this.gather();
    });
  }

  /** Begins when what has arrived on other sockets at the same moment is there, too. */
  private gather(): void {
    if (this.isGathering) return;
    this.isGathering = true;
    setImmediate(() => {
      this.isGathering = false;
      this.begin();
    });
  }

  private begin(): void {
    while (this.underWay < this.bounds.underWay && this.waiting.length > 0) {
      this.underWay += 1;
      void this.attempt(this.take()).finally(() => {
        this.underWay -= 1;
        this.begin();
      });
    }
  }

  /** Who goes together: one of each account in turn, as many as there is room for; who goes alone, alone. */
  private take(): readonly Run[] {
    const [first] = this.waiting;
    if (first!.goesAlone) return this.waiting.splice(0, 1);
    const taken = fairly(
      this.waiting.filter(({ goesAlone }) => !goesAlone),
      this.bounds.most,
    );
    this.waiting = this.waiting.filter((run) => !taken.has(run));
    return [...taken];
  }

  private async attempt(runs: readonly Run[]): Promise<void> {
    let judged: readonly Judged[] = [];
    try {
      judged = this.judge(runs, await this.load(runs));
      if (judged.length === 0) return;
      const written = await this.write(judged);
      for (const [n, { run, written: outcome }] of judged.entries()) {
        const txid = written.get(n);
        if (txid === undefined) this.again(run, null);
        else run.resolve({ written: outcome, txid });
      }
    } catch (error) {
      this.failed(judged.length > 0 ? judged.map(({ run }) => run) : runs, error);
    } finally {
      for (const { turnId } of judged) this.free(turnId);
    }
  }

  private async load(runs: readonly Run[]): Promise<(LoadedCommand & { n: number })[]> {
    const asked = runs.map(({ asked: columns }, n) => ({ n, ...columns }));
    return this.database.batch(this.names.load, this.statements.load, [JSON.stringify(asked)]);
  }

  /** Judges each by its facts: those that are refused or answered are settled, those whose row is busy wait for it, the others are to be written. */
  private judge(runs: readonly Run[], loaded: readonly (LoadedCommand & { n: number })[]): readonly Judged[] {
    const judged: Judged[] = [];
    for (const { n, ...facts } of [...loaded].sort((left, right) => left.n - right.n)) {
      const run = runs[n]!;
      const { turnId, version } = facts;
      const others = turnId === null ? undefined : this.busy.get(turnId);
      if (others !== undefined) {
        others.push(run);
        continue;
      }
      try {
        const verdict = run.judge(facts);
        if ('answered' in verdict) run.resolve(verdict.answered);
        else {
          this.busy.set(turnId!, []);
          const change = { n: judged.length, turn_id: turnId, version, ...verdict.change };
          judged.push({ run, turnId: turnId!, change, written: verdict.written });
        }
      } catch (error) {
        run.reject(error);
      }
    }
    return judged;
  }

  /** Writes what was decided; gives the transaction's id for each that was written. */
  private async write(judged: readonly Judged[]): Promise<ReadonlyMap<number, string>> {
    const changes = JSON.stringify(judged.map(({ change }) => change));
    const rows = await this.database.batch<{ n: number; txid: string }>(this.names.write, this.statements.write, [
      changes,
    ]);
    return new Map(rows.map(({ n, txid }) => [n, txid]));
  }

  /** What the database has refused is rolled back: each is tried alone. Of anything else nobody knows what became, so nobody tries again but who asks by a key. */
  private failed(runs: readonly Run[], error: unknown): void {
    const kind = errorOfStatement(error);
    if (runs.length === 1 && kind === 'passing') this.again(runs[0]!, error);
    else if (runs.length > 1 && kind !== null) {
      for (const run of runs) run.goesAlone = true;
      this.waiting.unshift(...runs);
    } else for (const { reject } of runs) reject(error);
  }

  /** Lets one that was overtaken be judged anew: at once, and when that happens to it again, a little later. */
  private again(run: Run, error: unknown): void {
    run.attempts += 1;
    if (run.attempts >= ATTEMPTS) {
      run.reject(error ?? new Error('A command was overtaken by others each time it was tried.'));
      return;
    }
    const waitMs = run.attempts === 1 ? 0 : Math.random() * LONGEST_PAUSE_MS;
    void pause(waitMs).then(() => {
      this.waiting.unshift(run);
      this.begin();
    });
  }

  private free(turnId: string): void {
    const others = this.busy.get(turnId) ?? [];
    this.busy.delete(turnId);
    this.waiting.unshift(...others);
  }
}

/** The first of each owner, then the second of each, up to a number. */
function fairly(runs: readonly Run[], most: number): ReadonlySet<Run> {
  if (runs.length <= most) return new Set(runs);
  const places = new Map<string, number>();
  const placed = runs.map((run) => {
    const place = places.get(run.owner) ?? 0;
    places.set(run.owner, place + 1);
    return { run, place };
  });
  // sorting is stable: who came first goes first
  placed.sort((left, right) => left.place - right.place);
  return new Set(placed.slice(0, most).map(({ run }) => run));
}
