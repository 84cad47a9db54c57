import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { type Language, readLanguage, rememberLanguage } from './language';
import type { CommonTexts, PageTexts, TextsOf } from './texts/texts';
import { textsEn } from './texts/texts.en';
import { textsVi } from './texts/texts.vi';

interface LanguageChoice<Texts> {
  language: Language;
  texts: Texts;
  /** Picks between a name's two forms, as the schema has them side by side. */
  pick: (vietnamese: string, english: string) => string;
  choose: (language: Language) => void;
}

const LanguageContext = createContext<LanguageChoice<CommonTexts> | null>(null);

interface LanguageProviderProps {
  /** What this page alone says. */
  pageTexts: Readonly<Record<Language, Partial<PageTexts>>>;
  children: ReactNode;
}

/** Gives a page its language and its texts. `pageTexts` must be a constant of the module. */
export function LanguageProvider({ pageTexts, children }: LanguageProviderProps) {
  const [language, setLanguage] = useState<Language>(readLanguage);
  const choose = useCallback((next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo<LanguageChoice<CommonTexts>>(
    () => ({
      language,
      texts: { ...(language === 'en' ? textsEn : textsVi), ...pageTexts[language] },
      pick: (vietnamese, english) => (language === 'en' ? english || vietnamese : vietnamese),
      choose,
    }),
    [language, choose, pageTexts],
  );
  return <LanguageContext value={choice}>{children}</LanguageContext>;
}

/** The language and texts of the page. What the page says beyond the common texts must be named, and be what it brought to its LanguageProvider. */
export function useLanguage<Page extends keyof PageTexts = never>(): LanguageChoice<TextsOf<Page>> {
  const choice = useContext(LanguageContext);
  if (choice === null) throw new Error('a page is shown outside its LanguageProvider');
  return choice as LanguageChoice<TextsOf<Page>>;
}
