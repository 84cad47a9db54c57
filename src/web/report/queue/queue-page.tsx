import type { UnitQueueQuery } from '../../generated/operations';
import { useLanguage } from '../../common/language-context';
import type { Operation } from '../../feed/public';
import { useLive } from '../../common/live/use-live';
import { Failure } from '../../common/ui/failure';
import { ViewHeading } from '../../common/ui/view-heading';
import styles from './queue-page.module.css';
import type { QueueKind } from './queue-kind';
import { QueueRow } from './queue-row';
import { ReturnDialog } from './return-dialog';
import { useQueue } from './use-queue';

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
  const queue = useQueue(kind, data);
  const { rows, outcomes, waiting, selected, returning, failure } = queue;
  const lastOutcome = [...outcomes.values()].at(-1) ?? null;

  return (
    <>
      <div className={styles.heading}>
        <ViewHeading title={texts.report.nav[kind === 'unit' ? 'unitQueue' : 'secretariatQueue']} />
        {waiting > 0 && (
          <p className="muted">{`${words.count(waiting)} · ${kind === 'unit' ? words.keys : words.keysAccept}`}</p>
        )}
      </div>
      <p className={styles.outcome} role="status">
        {lastOutcome}
      </p>
      {(error ?? failure) !== null && <Failure message={failure ?? error ?? ''} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      <ol className={styles.list} onPointerLeave={({ pointerType }) => pointerType === 'mouse' && queue.tidy()}>
        {rows.map(({ item: report, isGone }) => (
          <QueueRow
            key={report.id}
            report={report}
            kind={kind}
            isSelected={report.id === selected}
            isGone={isGone}
            outcome={outcomes.get(report.id) ?? null}
            onSelect={() => queue.select(report.id)}
            onApprove={() => queue.approve(report)}
            onReturn={() => queue.startReturn(report)}
          />
        ))}
      </ol>
      {data !== null && waiting === 0 && <p className={`card ${styles.empty}`}>{words.empty}</p>}
      {returning !== null && (
        <ReturnDialog
          report={returning}
          isAnswered={queue.isReturningAnswered}
          onClose={queue.endReturn}
          onReturn={(reason) => queue.giveBack(returning, reason)}
        />
      )}
    </>
  );
}
