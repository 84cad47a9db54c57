import { createHash } from 'node:crypto';
import type { ExecutionResult, GraphQLError } from 'graphql';

/** Shortest time between two runs of a group. */
const WINDOW_MS = 10;

/** After a run that failed for a passing cause, the time until the next try. */
const RETRY_MS = 1_000;

/** One answer of a live query. */
export interface LiveAnswer {
  readonly result: ExecutionResult;
  /** SHA-256 of the data and errors: equal hashes are equal answers. */
  readonly hash: string;
}

/** Executes a live query with the rights and the time of now. Each member has one of its own. */
export type Execute = () => Promise<LiveRun>;

/** What a run found, and what it depends on from now. */
export interface LiveRun {
  readonly result: ExecutionResult;
  readonly dependencies: ReadonlySet<string>;
  /** The answer failed for a cause that may pass (the database was away): it is tried again without waiting for a change. */
  readonly mayPass: boolean;
}

/**
 * All subscribers of one live query: same document, same variables, same rights. It is executed once for all of them, at most one run at a time: the first change at
 * once, later ones after a window as long as the last run took.
 */
export class LiveGroup {
  answer: LiveAnswer | null = null;
  private dependencies: ReadonlySet<string> = new Set();
  private readonly waiting = new Set<() => void>();
  private readonly members = new Set<Execute>();
  private isDue = true;
  private running = false;
  private timer: NodeJS.Timeout | null = null;
  private retry: NodeJS.Timeout | null = null;
  private quietUntil = 0;

  constructor(
    private readonly onEmpty: () => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** One subscriber more. The group runs by the means of one of its members: whoever left is no longer asked, and no longer kept. */
  join(execute: Execute): void {
    this.members.add(execute);
    this.runIfDue();
  }

  /** One subscriber less; the last one ends the group. */
  leave(execute: Execute): void {
    this.members.delete(execute);
    if (this.members.size > 0) return;
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.retry !== null) clearTimeout(this.retry);
    this.onEmpty();
  }

  /** Whether a change of these tags may change the answer. Before the first answer anything may. */
  dependsOn(tags: ReadonlySet<string>): boolean {
    if (this.answer === null || this.running) return true;
    for (const tag of tags) if (this.dependencies.has(tag)) return true;
    return false;
  }

  /** Says that the answer may have changed. */
  invalidate(): void {
    this.isDue = true;
    this.runIfDue();
  }

  /** Resolves at the next answer, or when `cancel` is called. */
  next(): { readonly promise: Promise<void>; readonly cancel: () => void } {
    let wake: () => void = () => undefined;
    const promise = new Promise<void>((resolve) => {
      wake = resolve;
    });
    this.waiting.add(wake);
    const cancel = (): void => {
      this.waiting.delete(wake);
      wake();
    };
    return { promise, cancel };
  }

  private runIfDue(): void {
    const [execute] = this.members;
    if (!this.isDue || this.running || this.timer !== null || execute === undefined) return;
    const wait = this.quietUntil - performance.now();
    if (wait > 0) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.runIfDue();
      }, wait);
      return;
    }
    this.running = true;
    this.isDue = false;
    const began = performance.now();
    this.run(execute)
      .catch(this.onError)
      .finally(() => {
        this.running = false;
        const ended = performance.now();
        this.quietUntil = ended + Math.max(WINDOW_MS, ended - began);
        this.runIfDue();
      });
  }

  private retryLater(): void {
    this.retry ??= setTimeout(() => {
      this.retry = null;
      this.invalidate();
    }, RETRY_MS).unref();
  }

  private async run(execute: Execute): Promise<void> {
    const { result, dependencies, mayPass } = await execute();
    this.dependencies = dependencies;
    if (mayPass) this.retryLater();
    const hash = createHash('sha256')
      .update(JSON.stringify([result.data ?? null, result.errors?.map(factsOf) ?? null]))
      .digest('base64url');
    if (hash === this.answer?.hash) return;
    this.answer = { hash, result: { ...result, extensions: { ...result.extensions, hash } } };
    for (const wake of this.waiting) wake();
    this.waiting.clear();
  }
}

/** An error as far as it is the same when it happens again: without the id that each occurrence gets. */
function factsOf({ message, path, extensions }: GraphQLError): unknown[] {
  return [extensions.errorId === undefined ? message : null, path ?? null, extensions.code];
}
