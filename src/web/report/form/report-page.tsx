import { useState } from 'react';
import { formatPeriod } from '../../common/format';
import { useInstallation } from '../../common/installation-context';
import { useLanguage } from '../../common/language-context';
import { reportForm } from '../operations';
import { useLive } from '../../common/live/use-live';
import type { SignedIn } from '../../common/session/use-session';
import { Failure } from '../../common/ui/failure';
import { SampleMark } from '../../common/ui/sample-mark';
import { ViewHeading } from '../../common/ui/view-heading';
import { ContextPanel } from './context-panel';
import { ReceiptCard } from './receipt-card';
import { ReportForm } from './report-form';
import styles from './report-page.module.css';
import { currentReport, type FormItem, isKnown } from './report-values';
import { UnsentDrafts } from './drafts/unsent-drafts';
import type { Receipt } from './use-submit-report';

/** One item's report of the open period: the form, or the receipt when it has been sent. */
export function ReportPage({ code, viewer }: { code: string; viewer: SignedIn }) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.form;
  const { data, error } = useLive(reportForm, { code });
  const item = data?.workItem ?? null;
  return (
    <>
      <p>
        <a className={styles.back} href="#/work">
          ← {texts.report.back}
        </a>
      </p>
      {error !== null && <Failure message={error} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && item === null && <p>{words.notFound}</p>}
      {item !== null && (
        <>
          <div className={styles.heading}>
            <ViewHeading title={`${item.code} · ${pick(item.shortName, item.shortNameEn)}`}>
              {item.code} · {pick(item.shortName, item.shortNameEn)} {item.isSample && <SampleMark />}
            </ViewHeading>
            <p className="muted">{pick(item.title, item.titleEn)}</p>
            {item.openCycle !== null && (
              <p className={styles.period}>{words.period(formatPeriod(item.openCycle.period, language))}</p>
            )}
          </div>
          <div className={styles.columns}>
            <ContextPanel item={item} />
            <Reporting item={item} viewer={viewer} />
          </div>
        </>
      )}
    </>
  );
}

/** The right half: what can be done with this item's report now. */
function Reporting({ item, viewer }: { item: FormItem; viewer: SignedIn }) {
  const { texts } = useLanguage<'report'>();
  const today = useInstallation()?.today;
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [round, setRound] = useState(0);
  const words = texts.report.form;
  const current = currentReport(item);
  const again = () => {
    setReceipt(null);
    setRound((count) => count + 1);
  };

  if (current !== null && (current.state === 'SUBMITTED' || current.state === 'UNIT_APPROVED')) {
    const isFresh = receipt?.code === current.receiptCode;
    return (
      <div className={styles.received}>
        <ReceiptCard report={current} viewer={viewer} isFresh={isFresh} onWithdrawn={again} />
        <UnsentDrafts item={item} report={current} viewer={viewer} />
      </div>
    );
  }
  // The receipt came before the live answer that holds the report.
  if (receipt !== null && !isKnown(item, receipt.code)) {
    return <ReceiptCard receipt={receipt} viewer={viewer} isFresh onWithdrawn={again} />;
  }
  if (item.openCycle === null) return <p>{words.noCycle}</p>;
  if (!item.viewerCan.submitReport) return <p>{words.cannotSubmit}</p>;
  if (today === undefined) return <p className="muted">{texts.loading}</p>;
  return (
    <ReportForm
      key={`${item.openCycle.period} ${round}`}
      item={item}
      period={item.openCycle.period}
      today={today}
      viewerId={viewer.id}
      onReceived={setReceipt}
    />
  );
}
