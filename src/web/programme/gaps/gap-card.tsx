import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Gap } from '../model/derive-gaps';
import styles from './gap-card.module.css';

/** One kind of gap: the rule, and the rows that break it. */
export function GapCard({ gap: { kind, rows } }: { gap: Gap }) {
  const words = useLanguage<'programme'>().texts.programme.gaps;
  const { name, why } = words.kinds[kind];
  return (
    <section
      id={`gap-${kind}`}
      className={`card ${styles.card}`}
      aria-labelledby={`gap-${kind}-heading`}
      data-gap={kind}
      data-count={rows.length}
    >
      <h3 id={`gap-${kind}-heading`} className={styles.heading}>
        {name} <span className={styles.count}>{rows.length}</span>
      </h3>
      <p className={styles.why}>{why}</p>
      {rows.length === 0 ? (
        <p className={styles.none}>
          <StatusShape health="COMPLETED" /> {words.none}
        </p>
      ) : (
        <ul className={styles.rows}>
          {rows.map(({ code, name: of, note, isSample }) => (
            <li key={code} data-gap-row={code}>
              <span className={styles.code}>{code}</span>
              <span className={styles.name}>
                {of} {isSample && <SampleMark />}
                {note !== null && <small>{note}</small>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
