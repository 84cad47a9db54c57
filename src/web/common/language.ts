/** The languages in which pages speak; Vietnamese is the first. */
export type Language = 'vi' | 'en';

const STORAGE_KEY = 'tiendo.language';

/** The language of a page: what its address asks for, else what was chosen here before, else Vietnamese. */
function chooseLanguage(search: string, remembered: string | null): Language {
  const asked = new URLSearchParams(search).get('lang') ?? remembered;
  return asked === 'en' ? 'en' : 'vi';
}

/** Reads the language of this page. Storage may be forbidden by the browser's settings: then nothing is remembered. */
export function readLanguage(): Language {
  return chooseLanguage(window.location.search, readRemembered());
}

/** Remembers a choice for the next visit. */
export function rememberLanguage(language: Language): void {
  try {
    window.localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // A page that cannot remember still works.
  }
}

function readRemembered(): string | null {
  try {
    return window.localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}
