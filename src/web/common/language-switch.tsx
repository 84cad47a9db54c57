import { useLanguage } from './language-context';

/** Changes the page to the other language; named in that language. */
export function LanguageSwitch() {
  const { texts, language, choose } = useLanguage();
  const other = language === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className="button" data-kind="quiet" lang={other} onClick={() => choose(other)}>
      {texts.switchLanguage}
    </button>
  );
}
