/** The languages in which the server speaks to people. */
export type Language = 'vi' | 'en';

/** One message in both languages. */
export interface Localised {
  readonly vi: string;
  readonly en: string;
}

/** Chooses from an `Accept-Language` header (or a bare language tag); Vietnamese when nothing fits. */
export function languageOf(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { language: tag.split('-')[0], weight: quality === undefined ? 1 : Number(quality.trim().slice(2)) || 0 };
    })
    .sort((left, right) => right.weight - left.weight);
  for (const { language, weight } of wanted) {
    if (weight > 0 && (language === 'vi' || language === 'en')) return language;
  }
  return 'vi';
}
