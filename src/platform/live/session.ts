import { type Actor, type Caller, rightsKeyOf } from '../access/actor';
import type { Identity } from '../access/remembered-identities';
import type { Language } from '../lib/localised';

/** What became of a session when its rights were read again. */
export type SessionChange = 'same' | 'rights' | 'expired' | 'revoked';

/** Who is on the other end of an open connection. */
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

  /** When the token ends, by real time. */
  get expiresAt(): Date {
    return this.actor.tokenExpiresAt;
  }

  /** Takes in what the token is now; gives what that means for the connection. */
  apply(found: Identity): SessionChange {
    if (found.is === 'expired') return 'expired';
    if (found.is !== 'valid') return 'revoked';
    const change = rightsKeyOf(found.actor) === rightsKeyOf(this.actor) ? 'same' : 'rights';
    this.actor = found.actor;
    return change;
  }
}
