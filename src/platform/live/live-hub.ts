import type { ExecutionResult } from 'graphql';
import type { EventFeed } from '../event-log/event-feed';
import type { LogEvent } from '../event-log/event-row';
import { type Execute, LiveGroup } from './live-group';
import type { Session } from './session';

/** Tables whose change may change somebody's rights. */
const RIGHTS_TAGS = ['account', 'account_role', 'access_token'];

/** A live query of one subscriber. */
export interface LiveRequest {
  /** Equal for requests that may share one answer: document, variables, rights, language. */
  readonly key: string;
  readonly session: Session;
  /** Executes the query with the rights and the time of now. */
  readonly execute: Execute;
}

/** Wakes live queries when the log says that what they depend on has changed. One for each process. */
export class LiveHub {
  private readonly groups = new Map<string, LiveGroup>();
  private readonly rightsListeners = new Set<() => Promise<void>>();
  private settling: Promise<void> = Promise.resolve();
  private rightsChanges = 0;
  private readonly stopListening: () => void;

  constructor(
    feed: EventFeed,
    private readonly onError: (error: unknown) => void,
  ) {
    this.stopListening = feed.listen((events) => this.onEvents(events));
  }

  /** Ends the hub; open subscriptions get nothing more. */
  stop(): void {
    this.stopListening();
  }

  /** Calls back when rights may have changed. Nothing is delivered to anybody until the callbacks are done. */
  onRightsChange(listener: () => Promise<void>): () => void {
    this.rightsListeners.add(listener);
    return () => this.rightsListeners.delete(listener);
  }

  /** Resolves when every open session has read its rights again after the last change of rights. */
  rightsSettled(): Promise<void> {
    return this.settling;
  }

  /** How often rights may have changed so far: who read rights before a change and listened after it must read them again. */
  get rightsVersion(): number {
    return this.rightsChanges;
  }

  /** Distinct live queries now. */
  get size(): number {
    return this.groups.size;
  }

  /**
   * The answers of a live query: the first at once, then one whenever the answer has changed. Who reads slowly gets the newest answer only: nothing piles up.
   */
  subscribe(request: LiveRequest): AsyncGenerator<ExecutionResult, void, void> {
    const group = this.groupOf(request);
    // rights that are being read belong to the run: it would answer with the old ones, and nothing would ask again
    const execute = () => this.settling.then(request.execute);
    let lastHash: string | null = null;
    let ended = false;
    let cancel: () => void = () => undefined;
    const end = (): void => {
      if (ended) return;
      ended = true;
      cancel();
      group.leave(execute);
    };
    group.join(execute);
    const next = async (): Promise<IteratorResult<ExecutionResult, void>> => {
      while (!ended) {
        const { answer } = group;
        if (answer !== null && answer.hash !== lastHash) {
          await this.settling;
          await request.session.settled();
          if (ended) break;
          lastHash = answer.hash;
          return { value: answer.result, done: false };
        }
        const waiting = group.next();
        cancel = waiting.cancel;
        // the answer may have come between the look above and the registration
        if (group.answer?.hash === answer?.hash) await waiting.promise;
        waiting.cancel();
      }
      return { value: undefined, done: true };
    };
    return iterator(next, end);
  }

  private groupOf(request: LiveRequest): LiveGroup {
    let group = this.groups.get(request.key);
    if (group === undefined) {
      const onEmpty = (): void => {
        this.groups.delete(request.key);
      };
      group = new LiveGroup(onEmpty, this.onError);
      this.groups.set(request.key, group);
    }
    return group;
  }

  private onEvents(events: readonly LogEvent[]): void {
    const tags = new Set(events.flatMap((event) => [...event.tags, 'event_log']));
    if (RIGHTS_TAGS.some((tag) => tags.has(tag))) this.settle();
    for (const group of this.groups.values()) if (group.dependsOn(tags)) group.invalidate();
  }

  private settle(): void {
    this.rightsChanges += 1;
    const readings = [...this.rightsListeners].map((listener) => listener().catch(this.onError));
    this.settling = Promise.all([this.settling, ...readings]).then(() => undefined);
  }
}

function iterator<Value>(
  next: () => Promise<IteratorResult<Value, void>>,
  end: () => void,
): AsyncGenerator<Value, void, void> {
  const finish = (): Promise<IteratorResult<Value, void>> => {
    end();
    return Promise.resolve({ value: undefined, done: true });
  };
  return {
    next,
    return: finish,
    throw: (error: unknown) => {
      end();
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await finish();
    },
  };
}
