import { useEffect, useRef, useState } from 'react';
import { formatDateTime, formatPercent } from '../../common/format';
import { focusHeading } from '../../common/focus-heading';
import { useLanguage } from '../../common/language-context';
import type { SignedIn } from '../../common/session/use-session';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { Failure } from '../../common/ui/failure';
import type { PageTexts } from '../../common/texts/texts';
import styles from './receipt-card.module.css';
import type { FormReport } from './report-values';
import type { Receipt } from './use-submit-report';
import { useWithdraw } from './use-withdraw';

interface ReceiptCardProps {
  /** The report as the server has it, once that is known. */
  report?: FormReport;
  /** What the server answered on sending. */
  receipt?: Receipt;
  viewer: SignedIn;
  /** Whether it was sent just now, from this page. */
  isFresh: boolean;
  onWithdrawn: () => void;
}

/** The proof that a report was received, and the way to take it back until the unit has approved it. */
export function ReceiptCard({ report, receipt, viewer, isFresh, onWithdrawn }: ReceiptCardProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.receipt;
  const [isAsking, setAsking] = useState(false);
  const { failure, withdraw } = useWithdraw();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isFresh) heading.current?.focus();
  }, [isFresh]);

  const reportId = report?.id ?? receipt?.reportId ?? null;
  const canWithdraw = reportId !== null && (report === undefined || report.viewerCan.withdraw);
  const confirm = async (id: string) => {
    setAsking(false);
    if (!(await withdraw(id, report?.version))) return;
    onWithdrawn();
    focusHeading();
  };
  return (
    <section className={`card ${styles.card}`} data-testid="receipt">
      <h2 ref={heading} tabIndex={-1}>
        {isFresh ? words.heading : pendingText(report, viewer, texts.report.form)}
      </h2>
      <ReceiptFacts report={report} receipt={receipt} viewer={viewer} />
      {failure !== null && <Failure message={failure} />}
      <div className="actions">
        <a className="button" data-kind="primary" href="#/work">
          {words.next}
        </a>
        {canWithdraw && (
          <button type="button" className="button" onClick={() => setAsking(true)}>
            {words.withdraw}
          </button>
        )}
      </div>
      {isAsking && reportId !== null && (
        <ConfirmDialog
          question={words.withdrawConfirm}
          action={words.withdraw}
          onConfirm={() => void confirm(reportId)}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}

/** Whose report waits: one's own, or a colleague's. */
function pendingText(report: FormReport | undefined, viewer: SignedIn, words: PageTexts['report']['form']): string {
  const author = report?.submittedBy;
  return author == null || author.id === viewer.id ? words.pending : words.pendingBy(author.displayName);
}

function ReceiptFacts({ report, receipt, viewer }: Pick<ReceiptCardProps, 'report' | 'receipt' | 'viewer'>) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.receipt;
  const receivedAt = report?.submittedAt ?? receipt?.receivedAt;
  const percent = report?.percentComplete ?? receipt?.percentComplete;
  const author = report === undefined ? viewer.displayName : report.submittedBy?.displayName;
  return (
    <dl className={styles.facts}>
      <dt>{words.code}</dt>
      <dd className={styles.code} data-testid="receipt-code">
        {report?.receiptCode ?? receipt?.code}
      </dd>
      <dt>{words.receivedAt}</dt>
      <dd>{receivedAt !== undefined && formatDateTime(receivedAt)}</dd>
      <dt>{words.author}</dt>
      <dd data-testid="receipt-author">{author}</dd>
      <dt>{texts.report.form.percent}</dt>
      <dd data-testid="receipt-percent">{percent !== undefined && formatPercent(percent, language)}</dd>
      <dt>{texts.report.form.summary}</dt>
      <dd className={styles.summary} data-testid="receipt-summary">
        {report?.summary ?? receipt?.summary}
      </dd>
      <dt>{words.state}</dt>
      <dd>{texts.report.work.states[report?.state ?? 'SUBMITTED']}</dd>
    </dl>
  );
}
