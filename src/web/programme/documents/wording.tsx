import { useLanguage } from '../../common/language-context';
import type { OpenDocument } from '../model/rows';
import styles from './document-details.module.css';

const NUMERALS = ['', 'I', 'II', 'III'];

/** The wording of a version, section by section. */
export function Wording({ version }: { version: OpenDocument['versions'][number] | null }) {
  const words = useLanguage<'programme'>().texts.programme.documents;
  if (version === null || version.sections.length === 0) return <dd>{words.noText}</dd>;
  return (
    <>
      <dt>{words.version(version.number)}</dt>
      <dd className={styles.wording}>
        {version.sections.map(({ ordinal, kind, text }) => (
          <section key={kind} data-section={kind}>
            <h5>
              {version.sections.length > 1 && `${NUMERALS[ordinal] ?? ordinal}. `}
              {words.sections[kind]}
            </h5>
            <p lang="vi">{text}</p>
          </section>
        ))}
      </dd>
    </>
  );
}
