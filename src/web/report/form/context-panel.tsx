import { formatDate, formatPercent, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { HealthLabel } from '../../common/ui/health-label';
import { ProgressBar } from '../../common/ui/progress-bar';
import styles from './context-panel.module.css';
import { type FormItem, lastAccepted, lastRemark } from './report-values';

/** The left half of the form: what was said before, what is expected, and what the reviewer answered. */
export function ContextPanel({ item }: { item: FormItem }) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const last = lastAccepted(item);
  return (
    <section className={`card ${styles.panel}`} aria-label={words.before}>
      <HealthLabel health={item.health} />
      <ProgressBar percent={item.percentComplete} planned={item.plannedPercent} health={item.health} />
      <dl className={styles.facts}>
        <dt>{words.lastAccepted}</dt>
        <dd>
          {last === null ? (
            words.noneAccepted
          ) : (
            <>
              <strong data-testid="last-accepted">{formatPercent(last.percentComplete, language)}</strong>{' '}
              <span className="muted">{texts.period(formatPeriod(last.period, language))}</span>
            </>
          )}
        </dd>
        <dt>{words.expectedNow}</dt>
        <dd>
          <strong>{formatPercent(item.plannedPercent, language)}</strong>
        </dd>
        <dt>{words.goal}</dt>
        <dd>{words.goalBy(formatDate(item.dueOn))}</dd>
        {last !== null && (
          <>
            <dt>{words.lastSummary}</dt>
            <dd className={styles.quote}>{last.summary}</dd>
          </>
        )}
        <dt>{words.remark}</dt>
        <dd className={styles.quote}>{lastRemark(item) ?? words.noRemark}</dd>
      </dl>
    </section>
  );
}
