import { useLayoutEffect, useRef } from 'react';
import type { QueuedReportFragment } from '../../generated/operations';
import { useLanguage } from '../../common/language-context';
import { ReportOutcome } from './report-outcome';
import { ReviewCard } from './review-card';
import type { QueueKind } from './queue-kind';
import styles from './queue-row.module.css';

interface QueueRowProps {
  report: QueuedReportFragment;
  kind: QueueKind;
  isSelected: boolean;
  /** What was done with it here; null when nothing was. */
  outcome: string | null;
  isGone: boolean;
  onSelect: () => void;
  onApprove: () => void;
  onReturn: () => void;
}

/** A row of the queue. Once answered it says so and keeps its place and height: nothing slides under the finger that has just pressed. */
export function QueueRow({ report, isSelected, outcome, isGone, onSelect, ...card }: QueueRowProps) {
  const { pick } = useLanguage<'report'>();
  const row = useRef<HTMLLIElement>(null);
  const height = useRef(0);
  const isAnswered = isGone || outcome !== null;
  useLayoutEffect(() => {
    if (!isAnswered) height.current = row.current?.getBoundingClientRect().height ?? 0;
  });
  const item = report.workItem;
  return (
    <li
      id={`report-${report.id}`}
      ref={row}
      className={`card ${styles.row} ${isAnswered ? styles.answered : ''}`}
      style={isAnswered ? { minHeight: height.current } : undefined}
      data-selected={isSelected}
      data-report={isAnswered ? undefined : report.receiptCode}
      data-answered={isAnswered ? report.receiptCode : undefined}
      onClick={onSelect}
      onFocus={onSelect}
    >
      {isAnswered ? (
        <>
          <h2>
            {item?.code} · {item !== null && pick(item.shortName, item.shortNameEn)}
          </h2>
          {outcome !== null ? <p>{outcome}</p> : <ReportOutcome code={report.receiptCode} />}
        </>
      ) : (
        <ReviewCard report={report} {...card} />
      )}
    </li>
  );
}
