import { useMemo, useState } from 'react';
import type { QueuedReportFragment, UnitQueueQuery } from '../../generated/operations';
import { useLanguage } from '../../common/language-context';
import type { Operation } from '../../feed/public';
import { useLive } from '../../common/live/use-live';
import { Failure } from '../../common/ui/failure';
import styles from './queue-page.module.css';
import { ReturnDialog } from './return-dialog';
import { ReviewCard } from './review-card';
import { useQueueKeys } from './use-queue-keys';
import { useReview } from './use-review';

/** Whose queue it is: the unit's approver or the secretariat. */
export type QueueKind = 'unit' | 'secretariat';

interface QueuePageProps<TVariables> {
  kind: QueueKind;
  /** Which reports wait here. */
  query: Operation<UnitQueueQuery, TVariables>;
  variables: TVariables;
}

/** Reports that wait for an answer, oldest first; each can be approved or returned, by mouse or by key. */
export function QueuePage<TVariables extends Record<string, unknown>>({
  kind,
  query,
  variables,
}: QueuePageProps<TVariables>) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  const { data, error } = useLive(query, variables);
  const reports = useMemo(() => oldestFirst(data?.progressReports.nodes ?? []), [data]);
  const { approve, giveBack, outcome, failure } = useReview();
  const [returning, setReturning] = useState<QueuedReportFragment | null>(null);
  const startReturn = (report: QueuedReportFragment) => {
    if (report.viewerCan.return) setReturning(report);
  };
  const startApprove = (report: QueuedReportFragment) => {
    if (report.viewerCan.approve) void approve(report);
  };
  const [selected, select] = useQueueKeys(reports, returning === null, startApprove, startReturn);

  return (
    <>
      <div className={styles.heading}>
        <h1>{kind === 'unit' ? words.unitHeading : words.secretariatHeading}</h1>
        {reports.length > 0 && <p className="muted">{`${words.count(reports.length)} · ${words.keys}`}</p>}
      </div>
      <p className={styles.outcome} role="status">
        {outcome}
      </p>
      {(error ?? failure) !== null && <Failure message={failure ?? error ?? ''} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && reports.length === 0 && <p className={`card ${styles.empty}`}>{words.empty}</p>}
      <ol className={styles.list}>
        {reports.map((report) => (
          <ReviewCard
            key={report.id}
            report={report}
            kind={kind}
            isSelected={report.id === selected}
            onSelect={() => select(report.id)}
            onApprove={() => startApprove(report)}
            onReturn={() => startReturn(report)}
          />
        ))}
      </ol>
      {returning !== null && (
        <ReturnDialog
          onCancel={() => setReturning(null)}
          onReturn={(reason) => {
            setReturning(null);
            void giveBack(returning, reason);
          }}
        />
      )}
    </>
  );
}

function oldestFirst(reports: readonly QueuedReportFragment[]): QueuedReportFragment[] {
  return [...reports].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
}
