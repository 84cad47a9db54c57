import Negotiator from 'negotiator';

/** The languages in which the server speaks to people. */
export type Language = 'vi' | 'en';

/** One message in both languages. */
export interface Localised {
  readonly vi: string;
  readonly en: string;
}

/** Chooses from an `Accept-Language` header (or a bare language tag); Vietnamese when nothing fits. */
export function languageOf(header: string | null | undefined): Language {
  // in the client's own order, by the language of each tag: who wants `en-US, vi, en` wants English
  const wanted = new Negotiator({ headers: { 'accept-language': header ?? '' } }).languages();
  return wanted.map((tag) => tag.toLowerCase().split('-')[0]).find(isLanguage) ?? 'vi';
}

function isLanguage(language: string | undefined): language is Language {
  return language === 'vi' || language === 'en';
}
