import { LRUCache } from 'lru-cache';
import type { Database, ReadTurn } from '../database/database';
import type { LogCursor } from '../event-log/log-cursor';
import { Batcher, type RowStatement } from './batcher';
import type { Run } from './model/declarations';
import { type Plan, valuesOf } from './statement/plan';
import { readEach } from './read-error';
import { nameOfSupposed, stillHeld, suppose, type Supposed } from './suppose';
import { type RunGiven, type RunValues, valuesOfRun } from './statement/statement';

/** Cost from which a question is for the analysts' connections. */
const DEAR = 20_000;

/** The most expensive operation that ships costs less: of what costs more one account has few at a time. */
const HEAVY = 3_000;

/** Statements that have names at a time, and how often one must be asked to get one. */
const MOST_NAMES = 400;
const NAMED_FROM = 3;

/** Longer texts are not prepared: each connection would keep some megabytes for one. */
const LONGEST_NAMED = 128 * 1024;

/** What a plan's statement answered: JSON texts, all from one snapshot, and the place of the log in it. */
export interface PlanAnswer {
  readonly cursor: LogCursor;
  readonly texts: readonly (string | null)[];
}

/** No batch takes longer to commit: what belongs to an older time is in the log, or will never be. */
const LONGEST_BATCH_MS = 600_000;

/*
 * Waits until the batch under way, which may bear an earlier time, has committed (the lock is the sequencer's); the next one will bear a later time. Where the
 * database's clock is a little behind ours, it waits for that, too.
 */
const SETTLE = `select pg_sleep(least(1, extract(epoch from $1::timestamptz - statement_timestamp()))), pg_advisory_xact_lock_shared(7202102)`;

/** So many suppositions are known, worked out. */
const MOST_SUPPOSED = 50;

interface WorkedOut {
  readonly supposed: Supposed;
  readonly epoch: number;
  readonly position: number;
}

/**
 * Runs plans: one statement each, and a short one before where the last minutes are read again by time; where something is supposed for the first time, after what is read to work it out.
 */
export class Reader {
  private readonly uses = new LRUCache<string, number>({ max: MOST_NAMES });

  private readonly workedOut = new LRUCache<string, WorkedOut>({ max: MOST_SUPPOSED });

  private readonly batcher: Batcher;

  constructor(private readonly database: Database) {
    this.batcher = new Batcher((owner, statement) =>
      database.read({ isExpensive: false, isHeavy: false, owner }, () => {
        const { name, text, values } = statement();
        return { name: this.nameFor(name, text), text, values };
      }),
    );
  }

  /** Runs a plan. Throws the error of a check that does not hold, and BAD_USER_INPUT for values that cannot be meant. */
  async run(plan: Plan, run: RunGiven): Promise<PlanAnswer> {
    const runValues = valuesOfRun(run);
    const values = valuesOf(plan, runValues);
    for (const moment of plan.moments) await this.settle(moment(runValues), run);
    const row = await this.rowOf(plan, values, runValues);
    const [epoch, position, ...columns] = row as AnswerRow;
    readEach(plan.checks, ({ column, error }) => {
      if (columns[column] !== true) throw error;
    });
    return { cursor: { epoch, position }, texts: columns as (string | null)[] };
  }

  /** The row of a statement, read together with others of the same text that come at the same moment. */
  row(statement: RowStatement, values: readonly unknown[], run: Run): Promise<unknown[]> {
    return this.batcher.row(statement, values, ownerOf(run));
  }

  private rowOf(plan: Plan, values: readonly unknown[], run: RunValues): Promise<unknown[]> {
    if (plan.suppositions.length > 0) return this.readSupposed(plan, run);
    const isAlone = isHeavy(plan) || plan.moments.length > 0;
    return isAlone ? this.readOne(plan, values, ownerOf(run)) : this.batcher.row(plan, values, ownerOf(run));
  }

  /**
   * What is supposed is worked out first; it is a parameter of the statement. Asked again it is known: the statement then says whether it still holds (ten adjustments of a list of 32: 2.4 times the
   * time of the same question now with it worked out anew each time, 1.5 without).
   */
  private async readSupposed(plan: Plan, run: RunValues): Promise<unknown[]> {
    const name = nameOfSupposed(plan, run);
    const known = this.workedOut.get(name);
    if (known === undefined) return this.workOut(plan, run, name);
    const { supposed, epoch, position } = known;
    const values = valuesOf(plan, { ...run, supposed, supposedAt: position });
    const row = await this.readOne(plan, values, ownerOf(run));
    return row[0] === epoch && stillHeld(plan, row.slice(2)) ? row : this.workOut(plan, run, name);
  }

  /** The statement sees the snapshot in which what is supposed is worked out. */
  private workOut(plan: Plan, run: RunValues, known: string): Promise<unknown[]> {
    const { name, text } = plan;
    return this.database.snapshot(turnOf(plan, ownerOf(run)), async (snapshot) => {
      const supposed = await suppose(plan, run, snapshot);
      const values = valuesOf(plan, { ...run, supposed });
      const [row] = await snapshot.rows({ name: this.nameFor(name, text), text, values });
      const [epoch, position] = row as AnswerRow;
      this.workedOut.set(known, { supposed, epoch, position });
      return row!;
    });
  }

  /** Resolves when no batch can come any more that belongs to a time: from then on it always shows the same. */
  private async settle(moment: Date, run: RunGiven): Promise<void> {
    const { now, clockOffsetMs } = run;
    if (now.getTime() - moment.getTime() > LONGEST_BATCH_MS) return;
    await this.database.waitFor(ownerOf(run), SETTLE, [new Date(moment.getTime() - clockOffsetMs)]);
  }

  private async readOne(plan: Plan, values: readonly unknown[], owner: string): Promise<unknown[]> {
    const { name, text } = plan;
    const [row] = await this.database.read<unknown[]>(turnOf(plan, owner), () => ({
      name: this.nameFor(name, text),
      text,
      values,
    }));
    return row!;
  }

  /** Connections keep what they prepare, at some hundred kilobytes each: only what is asked again gets a name, and not too much of it. */
  private nameFor(name: string, text: string): string | null {
    if (text.length > LONGEST_NAMED) return null;
    const uses = (this.uses.get(name) ?? 0) + 1;
    this.uses.set(name, uses);
    return uses >= NAMED_FROM ? name : null;
  }

  /** PostgreSQL's plan of a plan's statement, which is not run. */
  async explain(plan: Plan, run: RunGiven): Promise<unknown> {
    const values = valuesOf(plan, valuesOfRun(run));
    return this.database.explain({ text: plan.text, values, isExpensive: isExpensive(plan) });
  }
}

function turnOf(plan: Plan, owner: string): ReadTurn {
  return { isExpensive: isExpensive(plan), isHeavy: isHeavy(plan), owner };
}

function ownerOf({ payer, actor }: Run): string {
  return payer ?? actor.accountId;
}

function isExpensive({ cost }: Plan): boolean {
  return cost !== null && cost.requested > DEAR;
}

function isHeavy({ cost }: Plan): boolean {
  return cost !== null && cost.requested > HEAVY;
}

type AnswerRow = [epoch: number, position: number, ...columns: (string | boolean | null)[]];
