import type { Language, Localised } from '../lib/localised';
import type { Said } from '../lib/says';
import type { Payload } from './user-error';

/** A secret that a payload shows once, and what is said of it: where it is shown, and where it was shown before and is shown no more; each with the way out. */
export interface ShownOnce {
  /** The payload's field. */
  readonly field: string;
  readonly description: Said;
  /** Of the field `notice` beside it. */
  readonly noticeDescription: Said;
  readonly now: Localised;
  readonly before: Localised;
}

/** The words that go with a payload's secret; null where the mutation was refused. */
export function noticeOf(payload: Pick<Payload, 'userErrors'>, secret: ShownOnce, language: Language): string | null {
  if (payload.userErrors.length > 0) return null;
  const shown = (payload as unknown as Record<string, unknown>)[secret.field];
  return (shown == null ? secret.before : secret.now)[language];
}
