import { useEffect } from 'react';
import { useLanguage } from '../common/language-context';
import { LanguageSwitch } from '../common/language-switch';
import styles from './home.module.css';
import { InstallationState } from './installation-state';

/** The first page: what this is and where to go. */
export function Home() {
  const { texts } = useLanguage<'home'>();
  const words = texts.home;
  useEffect(() => {
    document.title = words.documentTitle;
  }, [words]);
  const places = [
    { href: '/screen', ...words.screen },
    { href: '/programme', ...words.programme },
    { href: '/report', ...words.report },
    { href: '/schema.graphql', ...words.schema },
  ];
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <p className={styles.brand}>
          {texts.product} <span>{texts.productMeaning}</span>
        </p>
        <LanguageSwitch />
      </header>
      <main>
        <h1 className={styles.heading}>{words.heading}</h1>
        <p className={styles.lead}>{words.lead}</p>
        <ul className={styles.places}>
          {places.map(({ href, name, about }) => (
            <li key={href}>
              <a className={`card ${styles.place}`} href={href}>
                <strong>{name}</strong>
                <span>{about}</span>
                <code>{href}</code>
              </a>
            </li>
          ))}
        </ul>
        <InstallationState />
      </main>
    </div>
  );
}
