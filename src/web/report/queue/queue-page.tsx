import { useMemo, useState } from 'react';
import type { QueuedReportFragment, UnitQueueQuery } from '../../generated/operations';
import { focusHeading } from '../../common/focus-heading';
import { useLanguage } from '../../common/language-context';
import type { Operation } from '../../feed/public';
import { useLive } from '../../common/live/use-live';
import { Failure } from '../../common/ui/failure';
import { ViewHeading } from '../../common/ui/view-heading';
import styles from './queue-page.module.css';
import { QueueRow } from './queue-row';
import { ReturnDialog } from './return-dialog';
import { useQueueKeys } from './use-queue-keys';
import { useReview } from './use-review';
import { useSteadyRows } from './use-steady-rows';

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
  const reports = useMemo(() => (data === null ? null : oldestFirst(data.progressReports.nodes)), [data]);
  const [rows, tidy] = useSteadyRows(reports);
  const { approve, giveBack, outcomes } = useReview(kind);
  const [failure, setFailure] = useState<string | null>(null);
  const [returning, setReturning] = useState<QueuedReportFragment | null>(null);
  const lastOutcome = [...outcomes.values()].at(-1) ?? null;
  const waiting = rows.filter(({ item, isGone }) => !isGone && !outcomes.has(item.id)).length;

  const startReturn = (report: QueuedReportFragment) => {
    if (!report.viewerCan.return || outcomes.has(report.id)) return;
    // by key nothing has the focus: the dialog gives it back to the button that says the same
    document.querySelector<HTMLElement>(`#${CSS.escape(`report-${report.id}`)} [data-answer="return"]`)?.focus();
    setReturning(report);
  };
  const startApprove = async (report: QueuedReportFragment) => {
    if (!report.viewerCan.approve || outcomes.has(report.id)) return;
    const refusal = await approve(report);
    setFailure(refusal);
    if (refusal === null) focusHeading();
  };
  const [selected, select] = useQueueKeys({
    rows,
    isActive: returning === null,
    approve: (report) => void startApprove(report),
    giveBack: startReturn,
    tidy,
  });

  return (
    <>
      <div className={styles.heading}>
        <ViewHeading title={kind === 'unit' ? words.unitHeading : words.secretariatHeading} />
        {waiting > 0 && (
          <p className="muted">{`${words.count(waiting)} · ${kind === 'unit' ? words.keys : words.keysAccept}`}</p>
        )}
      </div>
      <p className={styles.outcome} role="status">
        {lastOutcome}
      </p>
      {(error ?? failure) !== null && <Failure message={failure ?? error ?? ''} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && waiting === 0 && <p className={`card ${styles.empty}`}>{words.empty}</p>}
      <ol className={styles.list} onPointerLeave={({ pointerType }) => pointerType === 'mouse' && tidy()}>
        {rows.map(({ item: report, isGone }) => (
          <QueueRow
            key={report.id}
            report={report}
            kind={kind}
            isSelected={report.id === selected}
            isGone={isGone}
            outcome={outcomes.get(report.id) ?? null}
            onSelect={() => select(report.id)}
            onApprove={() => void startApprove(report)}
            onReturn={() => startReturn(report)}
          />
        ))}
      </ol>
      {returning !== null && (
        <ReturnDialog
          report={returning}
          isAnswered={
            reports?.some(({ id, version }) => id === returning.id && version === returning.version) === false
          }
          onClose={() => setReturning(null)}
          onReturn={(reason) => giveBack(returning, reason)}
        />
      )}
    </>
  );
}

function oldestFirst(reports: readonly QueuedReportFragment[]): QueuedReportFragment[] {
  return [...reports].sort((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt));
}
