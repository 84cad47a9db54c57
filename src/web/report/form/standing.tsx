import { useLanguage } from '../../common/language-context';
import { currentReport, type FormItem } from './report-values';
import styles from './standing.module.css';

/** What became of an earlier report of the same period, where that matters for a new one. */
export function Standing({ item }: { item: FormItem }) {
  const { texts } = useLanguage<'report'>();
  const current = currentReport(item);
  if (current?.state === 'RETURNED') {
    return (
      <div className={styles.returned} role="status">
        <strong>{texts.report.form.returned}</strong>
        <p>{current.reviewNote}</p>
      </div>
    );
  }
  return current?.state === 'ACCEPTED' ? <p className={styles.correction}>{texts.report.form.correction}</p> : null;
}
