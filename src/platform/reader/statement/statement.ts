import type { Actor } from '../../access/actor';
import type { Run, SingletonMoment } from '../model/declarations';
import type { Variables } from '../lists/argument-value';
import { ReadError } from '../read-error';
import type { ReadableType } from '../model/registry';
import type { RowChanges } from '../model/row-changes';
import type { Supposition } from '../model/supposition';

/** What a statement is run with. `memo` keeps what several parameters need, once a run. */
export interface RunValues extends Run {
  readonly variables: Variables;
  readonly memo: Map<object, unknown>;
  /** What is supposed, once it is worked out. */
  readonly supposed: ReadonlyMap<PlannedSupposition, RowChanges>;
  /** Place of the log at which that was worked out earlier; null where it was in the snapshot that is read. */
  readonly supposedAt: number | null;
}

/** What of a run is given from outside. */
export type RunGiven = Omit<RunValues, 'memo' | 'supposed' | 'supposedAt'>;

/** What a statement is run with, before anything is supposed. */
export function valuesOfRun(given: RunGiven): RunValues {
  return { ...given, memo: new Map(), supposed: new Map(), supposedAt: null };
}

/** A parameter of a statement: how its value comes out of a run. */
export type Parameter = (run: RunValues) => unknown;

/** A statement that finds which of some ids are there for who asks: the ids are its first parameter. */
export interface VisibleRows {
  readonly text: string;
  readonly slots: readonly Parameter[];
  /** Prefix of their global ids. */
  readonly prefix: string;
}

/** A field of an operation below which something is supposed. */
export interface PlannedSupposition {
  readonly declared: Supposition;
  /** Response key of the field: errors about it carry it. */
  readonly key: string;
  /** The ids of a run, each once. Throws BAD_USER_INPUT for what is no such id. */
  readonly ids: (run: RunValues) => readonly string[];
  readonly visible: VisibleRows;
}

/** A statement being written: its parameters, its common table expressions, and what its answer depends on. */
export class Statement {
  readonly slots: Parameter[] = [];
  /** Types of the parameters, where they are written beside them. */
  readonly types: (string | null)[] = [];
  readonly expressions: string[] = [];
  /** Columns that must be true, each with the error that it stands for otherwise. */
  readonly checks: { readonly sql: string; readonly error: Error }[] = [];
  /** Tables, and `today` where the answer depends on the date: what an event may touch. */
  readonly tags = new Set<string>();
  /** Times of the past that are read, as the programme shows them. */
  readonly moments: ((run: RunValues) => Date)[] = [];
  /** What is supposed, field by field: it is worked out before the statement is run. */
  readonly suppositions: PlannedSupposition[] = [];
  /** Whether the answer depends on the very account, not only on its rights. */
  isPersonal = false;
  /** Whether the answer changes with every moment. */
  isMomentary = false;
  private aliases = 0;
  private place: string | null = null;
  private sharedPlaceholders = new Map<string, string>();

  /** Binds what comes out of a run; gives the placeholder with its type. */
  readonly bind = (slot: Parameter, sqlType: string): string => {
    const { place } = this;
    const written = place === null ? slot : locatedSlot(place, slot);
    return `${this.placeholder(written, sqlType)}::${sqlType}`;
  };

  /** Binds what comes out of a run; the text around the placeholder says its type. */
  readonly bindBare = (slot: Parameter): string => this.placeholder(slot, null);

  /** Binds something once for the whole statement. */
  shared(name: string, bind: () => string): string {
    const known = this.sharedPlaceholders.get(name) ?? bind();
    this.sharedPlaceholders.set(name, known);
    return known;
  }

  /** Tries to write something; what is given up leaves no trace: a parameter that no text mentions would be an error. */
  attempt<Result>(write: () => Result, isKept: (result: Result) => boolean): Result {
    const lists = [this.slots, this.types, this.expressions, this.checks, this.moments, this.suppositions];
    const lengths = lists.map(({ length }) => length);
    const shared = new Map(this.sharedPlaceholders);
    const result = write();
    if (isKept(result)) return result;
    for (const [index, list] of lists.entries()) list.length = lengths[index]!;
    this.sharedPlaceholders = shared;
    return result;
  }

  /** Writes the part that answers a root field: errors about it carry its response key. */
  at<Result>(key: string, write: () => Result): Result {
    this.place = key;
    return located(key, write);
  }

  /** Demands that a condition holds; otherwise the error stands for the answer, with the response key of what is being written. */
  check(sql: string, error: ReadError): void {
    if (this.place !== null) error.path ??= [this.place];
    this.checks.push({ sql, error });
  }

  /** A table alias that is used nowhere else. */
  alias(prefix = 'r'): string {
    this.aliases += 1;
    return `${prefix}${this.aliases}`;
  }

  private placeholder(slot: Parameter, type: string | null): string {
    this.types.push(type);
    return `$${this.slots.push(slot)}`;
  }

  /** Response key of the root field that is being written; null beside them. */
  get key(): string | null {
    return this.place;
  }

  /** Evaluates something once for each run, for whichever parameters need it. */
  once<Value>(make: (run: RunValues) => Value): (run: RunValues) => Value {
    const key = {};
    return (run) => {
      if (!run.memo.has(key)) run.memo.set(key, make(run));
      return run.memo.get(key) as Value;
    };
  }
}

// by themselves: within the statement each parameter would keep it, with all that was written
function constant(value: unknown): Parameter {
  return () => value;
}

function locatedSlot(key: string, slot: Parameter): Parameter {
  return (run) => located(key, () => slot(run));
}

function located<Result>(key: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReadError) error.path ??= [key];
    throw error;
  }
}

/** The moment as of which a part of a statement reads: the present, a batch of the log, or the present with something supposed. */
export interface ReadTime {
  readonly now: (statement: Statement) => string;
  readonly today: (statement: Statement) => string;
  /** What stands for a table in a `from`. */
  readonly table: (name: string) => string;
  /** Whether it reads what was: the log's end and the date are not those of now. */
  readonly isPast: boolean;
  /** SQL text that is added to global ids, so that what is, what was and what would be never mix in a client's cache; null in the present. */
  readonly idSuffix: (() => string) | null;
  /** Further condition on rows of the log itself. */
  readonly logCondition: ((row: string) => string) | null;
}

/** The present. */
export function presentTime(): ReadTime {
  return {
    now: (statement) => statement.shared('now', () => statement.bind((run) => run.now.toISOString(), 'timestamptz')),
    today: (statement) => statement.shared('today', () => statement.bind((run) => run.today, 'date')),
    table: (name) => `"${name}"`,
    isPast: false,
    idSuffix: null,
    logCondition: null,
  };
}

/** Who asks, as of when: every table reference and every derived fact goes through this. */
export class Scope implements SingletonMoment {
  constructor(
    readonly statement: Statement,
    readonly actor: Actor,
    readonly time: ReadTime,
    private readonly onToday: () => void = () => undefined,
  ) {}

  get now(): string {
    this.dependOnDate();
    return this.time.now(this.statement);
  }

  get today(): string {
    this.dependOnDate();
    return this.time.today(this.statement);
  }

  readonly table = (name: string): string => {
    this.statement.tags.add(name);
    return this.time.table(name);
  };

  /** What stands in a `from` for the rows of a type. */
  rows(type: ReadableType): string {
    return type.options.rowsFrom?.(this) ?? this.table(type.table);
  }

  readonly unlogged = (name: string): string => {
    this.statement.isMomentary = true;
    const table = name
      .split('.')
      .map((part) => `"${part}"`)
      .join('.');
    return this.time.isPast ? `(select * from ${table} where false)` : table;
  };

  readonly shifted = (realMoment: string): string =>
    `(${realMoment} + ${this.statement.bind((run) => run.clockOffsetMs, 'double precision')} * interval '1 millisecond')`;

  readonly globalId = (prefix: string, uuid: string): string => {
    const id = `('${prefix}_' || ${uuid})`;
    return this.time.idSuffix === null ? id : `(${id} || ${this.time.idSuffix()})`;
  };

  readonly bindRun = (value: (run: Run) => unknown): string => this.statement.bindBare(value);

  /** The row predicate of the asker's rights, and of the moment where the log itself is read. Every reference to a readable type carries it. */
  readonly readable = (type: ReadableType, row: string): string => {
    const condition = type.policy.readable(this.actor);
    const past = type.table === 'event_log' ? this.time.logCondition?.(row) : undefined;
    const rights = this.rightsOf(condition, row);
    return past === undefined ? rights : `(${rights} and ${past})`;
  };

  /** Whether the asker sees every row of a type that is referred to. */
  hidesNone(type: ReadableType): boolean {
    // a history may begin after a row that a later one refers to; what is supposed may take a row away
    return this.time.idSuffix === null && type.policy.readable(this.actor) === 'all';
  }

  /** The same scope on another date, with word whenever the date is used: for pages that go on from an earlier day's cursor. */
  on(today: () => string, onToday: () => void): Scope {
    const time: ReadTime = { ...this.time, today };
    return new Scope(this.statement, this.actor, time, () => {
      onToday();
      this.dependOnDate();
    });
  }

  private rightsOf(condition: ReturnType<ReadableType['policy']['readable']>, row: string): string {
    if (condition === 'all') return 'true';
    if (condition === 'none') return 'false';
    // plans are kept per rights: what a rule binds is the same for all who share one
    return condition(row, (value) => this.statement.bindBare(constant(value)), this.table);
  }

  private dependOnDate(): void {
    if (!this.time.isPast) this.statement.tags.add('today');
    this.onToday();
  }
}
