import { useLanguage } from '../../common/language-context';
import type { Clause } from '../model/rows';
import styles from './citations.module.css';

/** Where a clause was read, how reliable that is, and what is to be known about it. */
export function Citations({ source: { citations, reliability, note } }: { source: Clause['source'] }) {
  const words = useLanguage<'programme'>().texts.programme.agreement;
  return (
    <>
      {citations.length === 0 && <span>{words.noSource}</span>}
      <ul className={styles.list}>
        {citations.map((citation) => (
          <li key={citation}>
            {citation.startsWith('https://') ? (
              <a href={citation} target="_blank" rel="noreferrer">
                {new URL(citation).host}
              </a>
            ) : (
              citation
            )}
          </li>
        ))}
      </ul>
      {reliability !== null && <p className={styles.note}>{words.reliability[reliability]}</p>}
      {note !== null && <p className={styles.note}>{note}</p>}
    </>
  );
}
