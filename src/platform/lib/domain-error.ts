import type { Localised } from './localised';

/** Codes of `UserError.code`: every expected refusal of a mutation is one of these. */
export type RefusalCode =
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'CONFLICT'
  | 'CLOSED'
  | 'LATENESS_REASON_REQUIRED'
  | 'DECREASE_REASON_REQUIRED'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'RATE_LIMITED';

/** One refused point: what is wrong, where (`['input', 'percentComplete']`), and the way out, in both languages. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly path: readonly string[];
  readonly message: Localised;
}

/**
 * An expected refusal. Thrown inside a command, so that its transaction rolls back; turned into `userErrors` at one place.
 * `current` carries the object as it stands, for CONFLICT.
 */
export class DomainError extends Error {
  constructor(
    readonly refusals: readonly Refusal[],
    readonly current?: object,
    /** Seconds after which there is room again, where it came too soon. */
    readonly retryAfter?: number,
  ) {
    super(refusals.map((refusal) => `${refusal.code} ${refusal.path.join('.')}: ${refusal.message.en}`).join('; '));
    this.name = 'DomainError';
  }
}

/** Makes the error for one refused point. */
export function refuse(code: RefusalCode, path: readonly string[], vi: string, en: string): DomainError {
  return new DomainError([{ code, path, message: { vi, en } }]);
}
