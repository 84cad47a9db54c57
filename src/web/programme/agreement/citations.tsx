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
            <Citation text={citation} />
          </li>
        ))}
      </ul>
      {reliability !== null && <p className={styles.note}>{words.reliability[reliability]}</p>}
      {note !== null && <p className={styles.note}>{note}</p>}
    </>
  );
}

/** An address as a link with its host's name, anything else as it is written: what leads nowhere is no link. */
function Citation({ text }: { text: string }) {
  const [first = '', ...remark] = text.split(' ');
  const address = URL.canParse(first) ? new URL(first) : null;
  if (address === null || address.host === '' || !/^https?:$/.test(address.protocol)) return text;
  return (
    <>
      <a href={address.href} target="_blank" rel="noreferrer">
        {address.host}
      </a>{' '}
      {remark.join(' ')}
    </>
  );
}
