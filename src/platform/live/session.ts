import type { Actor, Caller } from '../access/actor';
import { rightsKeyOf } from '../access/actor';
import type { Language } from '../lib/localised';

/** What became of a session when its rights were read again. */
export type SessionChange = 'same' | 'rights' | 'expired' | 'revoked';

/** Reads the rights of a token anew. */
export type Authenticate = () => Promise<
  { readonly is: 'valid'; readonly actor: Actor } | { readonly is: 'expired' | 'revoked' | 'unknown' }
>;

/**
 * Who is on the other end of an open connection. Rights are read again whenever the log says that an account's may have changed; nothing is delivered
 * while that is under way.
 */
export class Session {
  private actor: Actor;
  private refreshing: Promise<SessionChange> | null = null;
  private waiting: Promise<SessionChange> | null = null;

  constructor(
    actor: Actor,
    readonly language: Language,
    private readonly authenticate: Authenticate,
  ) {
    this.actor = actor;
  }

  get caller(): Caller {
    return { actor: this.actor, language: this.language };
  }

  /** When the token ends, by real time. */
  get expiresAt(): Date {
    return this.actor.tokenExpiresAt;
  }

  /** Reads the rights again, and sees what was committed before the call. */
  refresh(): Promise<SessionChange> {
    if (this.refreshing === null) return this.start();
    // the reading under way may have taken its snapshot before the change that the caller knows of: only the next one surely sees it
    this.waiting ??= this.refreshing.then(
      () => this.startWaiting(),
      () => this.startWaiting(),
    );
    return this.waiting;
  }

  /** Resolves when no reading of rights is under way. */
  async settled(): Promise<void> {
    await (this.waiting ?? this.refreshing)?.catch(() => undefined);
  }

  private startWaiting(): Promise<SessionChange> {
    this.waiting = null;
    return this.start();
  }

  private start(): Promise<SessionChange> {
    const reading = this.readAgain().finally(() => {
      if (this.refreshing === reading) this.refreshing = null;
    });
    this.refreshing = reading;
    return reading;
  }

  private async readAgain(): Promise<SessionChange> {
    const found = await this.authenticate();
    if (found.is === 'expired') return 'expired';
    if (found.is !== 'valid') return 'revoked';
    const change = rightsKeyOf(found.actor) === rightsKeyOf(this.actor) ? 'same' : 'rights';
    this.actor = found.actor;
    return change;
  }
}
