import type { Language, Localised } from '../lib/localised';
import type { Payload } from './user-error';

/** What is said of a secret: where it is shown, and where it was shown before and is shown no more; each with the way out. */
export interface ShownOnce {
  readonly now: Localised;
  readonly before: Localised;
}

/** The words that go with a payload's secret; null where the mutation was refused. */
export function noticeOf(
  { userErrors }: Pick<Payload, 'userErrors'>,
  secret: string | null | undefined,
  words: ShownOnce,
  language: Language,
): string | null {
  if (userErrors.length > 0) return null;
  return (secret == null ? words.before : words.now)[language];
}
