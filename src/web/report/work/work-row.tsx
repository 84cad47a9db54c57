import { formatDate, formatPercent, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { useInstallation } from '../../common/installation-context';
import { hasDraft } from '../form/drafts/draft-store';
import { HealthLabel } from '../../common/ui/health-label';
import { ProgressBar } from '../../common/ui/progress-bar';
import { SampleMark } from '../../common/ui/sample-mark';
import { cycleStateOf, isOwed, type WorkEntry } from './cycle-state';
import styles from './work-row.module.css';

/** One item of the list; the whole row leads to its report. */
export function WorkRow({ entry, viewerId }: { entry: WorkEntry; viewerId: string }) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.work;
  const state = cycleStateOf(entry);
  const { openCycle, freshness } = entry;
  return (
    <li data-item={entry.code} data-state={state}>
      <a className={`card ${styles.row}`} href={`#/item/${encodeURIComponent(entry.code)}`}>
        <span className={styles.code}>{entry.code}</span>
        <span className={styles.name}>
          <strong>
            {pick(entry.shortName, entry.shortNameEn)} {entry.isSample && <SampleMark />}
          </strong>
          <span className={styles.title}>{pick(entry.title, entry.titleEn)}</span>
        </span>
        <span className={styles.progress}>
          <HealthLabel health={entry.health} />
          <ProgressBar percent={entry.percentComplete} planned={entry.plannedPercent} health={entry.health} />
          <span className={styles.small}>
            {words.against(
              formatPercent(entry.percentComplete, language),
              formatPercent(entry.plannedPercent, language),
            )}
          </span>
        </span>
        <span className={styles.cycle}>
          <span className={styles.badge} data-state={state}>
            {openCycle !== null && `${formatPeriod(openCycle.period, language)} · `}
            {words.states[state]}
          </span>
          <span className={styles.small}>
            {isOwed(state) && <DueWords entry={entry} />}
            {freshness.isStale && freshness.ageDays != null && <span>{words.silent(freshness.ageDays)}</span>}
            {openCycle !== null &&
              isOwed(state) &&
              hasDraft({ viewerId, code: entry.code, period: openCycle.period }) && <span>{words.draftHere}</span>}
          </span>
        </span>
      </a>
    </li>
  );
}

function DueWords({ entry }: { entry: WorkEntry }) {
  const { texts } = useLanguage<'report'>();
  const today = useInstallation()?.today ?? null;
  if (entry.openCycle === null) return null;
  const { dueOn } = entry.openCycle;
  const isLate = today !== null && dueOn < today;
  return (
    <span className={isLate ? styles.late : undefined}>
      {isLate ? texts.report.work.lateSince(formatDate(dueOn)) : texts.report.work.dueOn(formatDate(dueOn))}
    </span>
  );
}
