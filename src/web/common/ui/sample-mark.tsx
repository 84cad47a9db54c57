import { useLanguage } from '../language-context';
import styles from './sample-mark.module.css';

/** Says beside a name that its row is a sample, not a fact. */
export function SampleMark() {
  const { texts } = useLanguage();
  return <span className={styles.mark}>{texts.sampleMark}</span>;
}
