import { type Actor, type Caller } from '../access/actor';
import { todayOf } from '../lib/clock';
import type { Language } from '../lib/localised';
import { ReadError } from '../reader/read-error';
import type { ReadContext } from '../reader/read-context';
import { Reader } from '../reader/reader';
import type { Services } from './services';

/** Where an operation came from. */
export interface Origin {
  readonly transport: 'http' | 'websocket';
  /** Address of the peer: for limits and records. */
  readonly address: string;
}

/**
 * What resolvers get. One for each operation, each event and each run of a live query: nothing read before is remembered, rights and
 * time are those of now.
 */
export class OperationContext {
  /** Names of the fields that the operation mentions; set once it is parsed. */
  fieldNames: ReadonlySet<string> = new Set();
  /** What the answer depends on, filled while it is read. */
  readonly dependencies = new Set<string>();
  /** Cookies to set with an HTTP answer. */
  readonly cookies: string[] = [];
  private lazyReader: Reader | null = null;

  constructor(
    readonly services: Services,
    private asking: Caller,
    readonly origin: Origin,
  ) {}

  /** Who asks, perhaps a stranger, and in which language. */
  get caller(): Caller {
    return this.asking;
  }

  /** Goes on as the account that has just signed in. */
  become(actor: Actor): void {
    this.asking = { ...this.asking, actor };
    this.renewReader();
  }

  get language(): Language {
    return this.caller.language;
  }

  /** Who asks. Throws UNAUTHENTICATED for strangers. */
  get actor(): Actor {
    if (this.caller.actor === null) throw unauthenticated();
    return this.caller.actor;
  }

  /** The operation's reader. Throws UNAUTHENTICATED for strangers. */
  get reader(): Reader {
    if (this.lazyReader === null) {
      const { database, clock, registry, pageCursors } = this.services;
      const context: ReadContext = {
        database,
        actor: this.actor,
        now: clock.now(),
        today: todayOf(clock),
        fieldNames: this.fieldNames,
        dependencies: this.dependencies,
      };
      this.lazyReader = new Reader(registry, pageCursors, context);
    }
    return this.lazyReader;
  }

  /** Forgets what was read, for answers that show what a command has just changed. */
  renewReader(): void {
    this.lazyReader = null;
  }
}

/** The error for whoever is not signed in. */
export function unauthenticated(): ReadError {
  return new ReadError('UNAUTHENTICATED', {
    vi: 'Bạn chưa đăng nhập hoặc phiên đã hết hạn. Hãy đăng nhập.',
    en: 'You are not signed in, or the session has ended. Sign in.',
  });
}
