import { isBlank, plainText } from './text-forms';

// NUL cannot be stored; lone surrogates are not text; bidi overrides make a report read differently from what it says; U+FFFD stands where a program
// between could not read a letter, which is lost.
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\uFFFD]/u;

/** Whether a text holds nothing that must be refused at the boundary: control characters, lone surrogates, bidi overrides, the mark of a letter that was lost. */
export function isCleanText(text: string): boolean {
  return text.isWellFormed() && !FORBIDDEN.test(text);
}

/** Whether a property of an object is a name: a text that is kept in its plain form. */
export type IsName = (owner: object, property: string) => boolean;

/** The same value with every text inside in Unicode NFC, so that equal words are equal bytes; names in their plain form. */
export function normaliseTexts<T>(value: T, isName: IsName = () => false): T {
  if (typeof value === 'string') return value.normalize('NFC') as T;
  if (Array.isArray(value)) return value.map((entry: unknown) => normaliseTexts(entry, isName)) as T;
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  for (const [key, entry] of Object.entries(value as Record<string, unknown>)) {
    (value as Record<string, unknown>)[key] =
      typeof entry === 'string' && isName(value, key) ? plainText(entry) : normaliseTexts(entry, isName);
  }
  return value;
}

/** A text without the space around it; null for none, and for a blank one. */
export function filledOrNull(text: string | null | undefined): string | null {
  return isBlank(text) ? null : text!.trim();
}
