import { createHash } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
import type { LogEvent } from '../event-log/event-row';
import { type LogCursor, writeCursor } from '../event-log/log-cursor';
import type { Turns } from '../lib/turns';
import type { NoteStage } from '../observability/stages';
import { inSlices } from './in-slices';
import { answerPatch } from './answer-patch';
import type { Holding } from './held-bytes';
import type { LiveCounts } from './live-counts';
import { answerMessage, noteMessage } from './messages';
import type { Unsubscribe, Sink } from './sink';
import { sharedTurn } from './shared-turn';
import type { Windows } from './windows';

/** Shortest time between two runs of a group. */
const WINDOW_MS = 10;

/** An answer is held as data, to find what changes in it, and as message. */
const COPIES = 2;

/** After a run that failed for a passing cause, the time until the next try. */
const RETRY_MS = 1_000;

/** What a run found, and what it depends on from now. */
export interface LiveRun {
  /** The data as JSON text. */
  readonly data: Buffer;
  readonly errors?: readonly GraphQLFormattedError[];
  /** Lists of the data that were cut, as the answer's extensions tell. */
  readonly truncated?: readonly object[];
  readonly cursor: LogCursor;
  readonly dependencies: ReadonlySet<string>;
  /** The answer failed for a cause that may pass (the database was away): it is tried again without waiting for a change. */
  readonly isTransient: boolean;
}

/**
 * Executes a live query as of now, with the rights that its group stands for, in the turn of one of the accounts that share it. Data over so many bytes is answered with the
 * error that there is no room for it.
 */
export type Execute = (payer: string, mostBytes: number) => Promise<LiveRun>;

/** What a group needs of its hub. */
export interface GroupServices {
  readonly counts: LiveCounts;
  readonly windows: Windows;
  readonly noteStage: NoteStage;
  readonly turns: Turns;
  readonly holding: Holding;
  /** Resolves when this process has heard of the log up to a cursor, and rights are as it says. */
  readonly upTo: (cursor: LogCursor) => Promise<void>;
  readonly onError: (error: unknown) => void;
  readonly onEmpty: () => void;
}

/** A subscriber of a live query. */
export interface LiveMember {
  readonly sink: Sink;
  /** Hash of the answer that the client says it has from before. */
  readonly knownHash: string | null;
  /** Whether it asked for patches. */
  readonly takesPatches: boolean;
}

interface Subscriber extends LiveMember {
  /** Number of the answer that it has; 0: none. */
  version: number;
  isWaiting: boolean;
}

interface Answer {
  readonly version: number;
  readonly hash: string;
  readonly data: Buffer;
  readonly cursor: string;
  readonly full: Buffer;
  /** The way here from the answer before, where it is worth it. */
  readonly patch: Buffer | null;
}

/** What a group is doing, for operators. */
export interface GroupState {
  readonly members: number;
  readonly behind: number;
  readonly dependencies: readonly string[];
  readonly runs: number;
  readonly lastRunMs: number;
  readonly lastCause: string | null;
  readonly bytes: number;
  readonly hash: string | null;
}

/**
 * All subscribers of one live query: same document, same variables, same rights. It is executed once for all of them, at most one run at a time: the first change at
 * once, later ones after a window as long as the last run took. Members hold the number of the answer that they have: whoever is behind gets the newest one when
 * it has caught up, nothing piles up.
 */
export class LiveGroup {
  private readonly members = new Set<Subscriber>();
  private answer: Answer | null = null;
  private dependencies: ReadonlySet<string> = new Set();
  private isDue = true;
  private isRunning = false;
  private cancelTimer: (() => void) | null = null;
  private retry: NodeJS.Timeout | null = null;
  private quietUntil = 0;
  private read: LogCursor | null = null;
  private unjudged: LogEvent[] = [];
  private runs = 0;
  private lastRunMs = 0;
  private lastCause: string | null = null;
  /** When the first change was heard that the next run is for. */
  private heardAt: number | null = null;

  constructor(
    private readonly execute: Execute,
    private readonly services: GroupServices,
  ) {}

  /** One subscriber more: it gets the answer that is there, or the first one. */
  join(member: LiveMember): Unsubscribe {
    const subscriber: Subscriber = { ...member, version: 0, isWaiting: false };
    this.members.add(subscriber);
    if (this.answer !== null) void this.services.upTo(ANYWHERE).then(() => this.serve(subscriber));
    this.runIfDue();
    return () => this.leave(subscriber);
  }

  /** Takes note of events. What the run under way will turn out to depend on is not known yet: they are kept until it is. */
  onEvents(events: readonly LogEvent[]): void {
    if (this.isRunning) this.unjudged.push(...events);
    else this.invalidate(events);
  }

  /** What the group is doing. */
  get state(): GroupState {
    return {
      members: this.members.size,
      behind: [...this.members].filter(({ isWaiting }) => isWaiting).length,
      dependencies: [...this.dependencies].sort(),
      runs: this.runs,
      lastRunMs: this.lastRunMs,
      lastCause: this.lastCause,
      bytes: this.answer?.full.length ?? 0,
      hash: this.answer?.hash ?? null,
    };
  }

  /** Runs again if an event touched what the answer depends on and is not in it already. */
  private invalidate(events: readonly LogEvent[]): void {
    const touching = events.findLast((event) => this.isTouchedBy(event));
    if (touching === undefined) return;
    this.isDue = true;
    this.lastCause = touching.type;
    this.heardAt ??= performance.now();
    this.runIfDue();
  }

  private isTouchedBy({ epoch, position, tags }: LogEvent): boolean {
    const { read } = this;
    if (read !== null && read.epoch === epoch && position <= read.position) return false;
    return this.dependencies.has('event_log') || tags.some((tag) => this.dependencies.has(tag));
  }

  private leave(subscriber: Subscriber): void {
    if (!this.members.delete(subscriber) || this.members.size > 0) return;
    this.cancelTimer?.();
    if (this.retry !== null) clearTimeout(this.retry);
    this.services.onEmpty();
  }

  private runIfDue(): void {
    if (!this.isDue || this.isRunning || this.cancelTimer !== null || this.members.size === 0) return;
    if (this.quietUntil > performance.now()) {
      this.cancelTimer = this.services.windows.at(this.quietUntil, () => {
        this.cancelTimer = null;
        this.quietUntil = 0;
        this.runIfDue();
      });
      return;
    }
    this.isRunning = true;
    this.isDue = false;
    this.run()
      .catch(this.services.onError)
      .finally(() => {
        this.isRunning = false;
        this.quietUntil = performance.now() + Math.max(WINDOW_MS, this.lastRunMs);
        this.invalidate(this.unjudged.splice(0));
        this.runIfDue();
      });
  }

  private async run(): Promise<void> {
    const { counts, holding, noteStage, turns, upTo } = this.services;
    const { heardAt } = this;
    this.heardAt = null;
    // rights that are being read belong to the run: nobody would ask again for those who lose them
    await upTo(ANYWHERE);
    const payer = await sharedTurn(turns, this.members);
    // nobody is left who would get it
    if (payer === null) return;
    this.runs += 1;
    counts.runs += 1;
    const began = performance.now();
    const run = await this.execute(payer, holding.room / COPIES);
    this.lastRunMs = performance.now() - began;
    this.dependencies = run.dependencies;
    this.read = run.cursor;
    if (run.isTransient) this.retryLater();
    const hash = hashOf(run);
    if (hash === this.answer?.hash) {
      counts.equalAnswers += 1;
      return;
    }
    // what the answer holds may be newer than what this process has heard of: a right that was taken away before it is heard of first
    await upTo(run.cursor);
    this.answer = this.answerOf(run, hash);
    holding.hold(this.answer.data.length + this.answer.full.length + (this.answer.patch?.length ?? 0));
    const answeredAt = performance.now();
    if (heardAt !== null) noteStage('answered', answeredAt - heardAt);
    await inSlices(this.members, (subscriber) => this.serve(subscriber));
    if (heardAt !== null) noteStage('delivered', performance.now() - answeredAt);
  }

  private answerOf({ data, errors, truncated, cursor: reached }: LiveRun, hash: string): Answer {
    const before = this.answer;
    const cursor = writeCursor(reached);
    const cut = truncated === undefined ? {} : { truncated };
    const full = answerMessage(data, errors, { cursor, hash, ...cut });
    const isWanted = before !== null && errors === undefined && [...this.members].some((member) => member.takesPatches);
    const operations = isWanted ? answerPatch(before.data, data, full.length / 2) : null;
    const patch =
      operations === null ? null : noteMessage({ cursor, hash, base: before!.hash, patch: operations, ...cut });
    return { version: (before?.version ?? 0) + 1, hash, data, cursor, full, patch };
  }

  /** Gives a member the newest answer, unless it has it or cannot take it. */
  private serve(subscriber: Subscriber): void {
    const { answer } = this;
    if (
      answer === null ||
      subscriber.version === answer.version ||
      subscriber.isWaiting ||
      !this.members.has(subscriber)
    )
      return;
    const { counts } = this.services;
    if (subscriber.sink.isBehind) {
      counts.leftBehind += 1;
      subscriber.isWaiting = true;
      subscriber.sink.onDrain(() => {
        subscriber.isWaiting = false;
        void this.services.upTo(ANYWHERE).then(() => this.serve(subscriber));
      });
      return;
    }
    const message = messageFor(subscriber, answer, counts);
    subscriber.version = answer.version;
    counts.messages += 1;
    counts.bytes += message.length;
    subscriber.sink.send(message);
  }

  private retryLater(): void {
    this.retry ??= setTimeout(() => {
      this.retry = null;
      this.isDue = true;
      this.runIfDue();
    }, RETRY_MS).unref();
  }
}

/** A position that every process has heard of. */
const ANYWHERE: LogCursor = { epoch: 0, position: 0 };

function messageFor(
  subscriber: Subscriber,
  { version, hash, cursor, full, patch }: Answer,
  counts: LiveCounts,
): Buffer {
  if (subscriber.version === 0 && subscriber.knownHash === hash) {
    counts.unchanged += 1;
    return noteMessage({ cursor, hash, unchanged: true });
  }
  if (patch !== null && subscriber.takesPatches && subscriber.version === version - 1) {
    counts.patches += 1;
    return patch;
  }
  counts.full += 1;
  return full;
}

/** SHA-256 of data, errors and what was cut: equal hashes are equal answers. */
function hashOf({ data, errors, truncated }: LiveRun): string {
  const hash = createHash('sha256').update(data);
  if (errors !== undefined) hash.update(JSON.stringify(errors.map(factsOf)));
  if (truncated !== undefined) hash.update(JSON.stringify(truncated));
  return hash.digest('base64url');
}

/** An error as far as it is the same when it happens again: without the id that each occurrence gets. */
function factsOf({ message, path, extensions }: GraphQLFormattedError): unknown[] {
  return [extensions?.errorId === undefined ? message : null, path ?? null, extensions?.code];
}
