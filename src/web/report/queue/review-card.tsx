import type { Health, QueuedReportFragment } from '../../generated/operations';
import { formatDate, formatDateTime, formatDelta, formatPercent, formatPeriod } from '../../common/format';
import { useInstallation } from '../../common/installation-context';
import { useLanguage } from '../../common/language-context';
import { HealthLabel } from '../../common/ui/health-label';
import { ProgressBar } from '../../common/ui/progress-bar';
import { SampleMark } from '../../common/ui/sample-mark';
import { answerBy } from './answer-by';
import type { QueueKind } from './queue-kind';
import styles from './review-card.module.css';
import { ReviewTexts } from './review-texts';

interface ReviewCardProps {
  report: QueuedReportFragment;
  kind: QueueKind;
  onApprove: () => void;
  onReturn: () => void;
}

/** One report that waits: what would change of the item's number and status, what the unit says, and the two answers. */
export function ReviewCard({ report, kind, onApprove, onReturn }: ReviewCardProps) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.queue;
  const { workItem: item, viewerCan } = report;
  return (
    <div className={styles.card}>
      <header className={styles.header}>
        <h2>
          {item?.code} · {item !== null && pick(item.shortName, item.shortNameEn)} {report.isSample && <SampleMark />}
        </h2>
        <p className={styles.meta}>
          <span>{formatPeriod(report.period, language)}</span>
          {report.unit !== null && kind === 'secretariat' && (
            <span>{pick(report.unit.shortName, report.unit.shortNameEn)}</span>
          )}
          <span>{words.submittedBy(report.submittedBy?.displayName ?? '—', formatDateTime(report.submittedAt))}</span>
          <AnswerBy arrivedAt={report.unitApprovedAt ?? report.submittedAt} />
          {report.isLate && <strong className={styles.late}>{words.late}</strong>}
        </p>
      </header>
      {item !== null && (
        <div className={styles.change}>
          <p className={styles.step} data-testid="change">
            <span className={styles.before}>{formatPercent(item.percentComplete, language)}</span> →{' '}
            <strong>{formatPercent(report.percentComplete, language)}</strong>{' '}
            <span className={styles.delta}>{formatDelta(report.percentComplete - item.percentComplete, language)}</span>
          </p>
          <ProgressBar
            percent={report.percentComplete}
            planned={item.plannedPercent}
            health={report.resultingHealth ?? item.health}
          />
          <p className={styles.against}>
            <HealthChange before={item.health} after={report.resultingHealth ?? item.health} />{' '}
            <span className="muted">{words.planned(formatPercent(item.plannedPercent, language))}</span>
          </p>
        </div>
      )}
      <ReviewTexts report={report} />
      {!viewerCan.approve && <p className={styles.own}>{words.own}</p>}
      <div className={`actions ${styles.answers}`}>
        {viewerCan.approve && (
          <button type="button" className="button" data-kind="primary" onClick={onApprove} data-answer="approve">
            {kind === 'unit' ? words.approve : words.accept} <kbd>A</kbd>
          </button>
        )}
        {viewerCan.return && (
          <button type="button" className="button" onClick={onReturn} data-answer="return">
            {words.giveBack} <kbd>R</kbd>
          </button>
        )}
        <code className={styles.code}>{report.receiptCode}</code>
      </div>
    </div>
  );
}

/** The status before and after: what accepting the report would make of the item. */
function HealthChange({ before, after }: { before: Health; after: Health }) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  return (
    <span className={styles.healths} data-testid="health-change">
      {before === after ? (
        <>
          <HealthLabel health={after} /> <small>{words.healthStays}</small>
        </>
      ) : (
        <>
          <HealthLabel health={before} /> <span aria-label={words.becomes}>→</span> <HealthLabel health={after} />{' '}
          <small>{words.healthAfter}</small>
        </>
      )}
    </span>
  );
}

function AnswerBy({ arrivedAt }: { arrivedAt: string }) {
  const { texts } = useLanguage<'report'>();
  const today = useInstallation()?.today;
  const by = answerBy(arrivedAt);
  const isOver = today !== undefined && by < today;
  const words = texts.report.queue;
  return (
    <span className={isOver ? styles.late : undefined}>
      {isOver ? words.answerLate(formatDate(by)) : words.answerBy(formatDate(by))}
    </span>
  );
}
