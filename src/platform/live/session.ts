import { type Actor, type Caller, rightsKeyOf } from '../access/actor';
import type { Identity } from '../access/remembered-identities';
import type { Language } from '../lib/localised';

/** What became of a session when its rights were read again. */
export type SessionChange = 'same' | 'rights' | 'expired' | 'revoked';

/** Who is on the other end of connections: all that came with one token, in one language. */
export class Session {
  constructor(
    private actor: Actor,
    readonly language: Language,
    readonly token: string,
  ) {}

  get caller(): Caller {
    return { actor: this.actor, language: this.language };
  }

  get accountId(): string {
    return this.actor.accountId;
  }

  get displayName(): string {
    return this.actor.displayName;
  }

  /** Whether the token has ended, by real time. */
  get hasExpired(): boolean {
    return this.actor.tokenExpiresAt.getTime() <= Date.now();
  }

  /** Takes in what the token is now; gives what that means for its connections. */
  apply(found: Identity): SessionChange {
    if (found.is === 'expired') return 'expired';
    if (found.is !== 'valid') return 'revoked';
    const change = rightsKeyOf(found.actor) === rightsKeyOf(this.actor) ? 'same' : 'rights';
    this.actor = found.actor;
    return change;
  }
}
