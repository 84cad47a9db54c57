import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { formatNumber } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { ErrorSummary } from '../../common/ui/error-summary';
import { OtherDrafts } from './drafts/other-drafts';
import { ReportFields } from './fields/report-fields';
import styles from './report-form.module.css';
import { lastAccepted } from './report-values';
import { Standing } from './standing';
import { SubmitBar } from './submit-bar';
import { UnchangedDialog } from './unchanged-dialog';
import type { ReportFormPlace } from './report-form-place';
import { useReportForm } from './use-report-form';

/** One report, prefilled; routine takes a number, a sentence and Ctrl+Enter. */
export function ReportForm(place: ReportFormPlace) {
  const { item, period } = place;
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const form = useReportForm(place);
  const [isConfirming, setConfirming] = useState(false);

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void form.sendReport(form.values);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    if (event.repeat || event.nativeEvent.isComposing) event.preventDefault();
    else onSubmit(event);
  };
  const confirmUnchanged = () => {
    setConfirming(false);
    const percent = formatNumber(item.percentComplete, language);
    const same = { percent, summary: words.unchangedSummary, milestoneIds: [], claimedHealth: null };
    void form.sendReport({ ...form.values, ...same });
  };

  return (
    <form
      className={`card ${styles.form}`}
      onSubmit={onSubmit}
      onKeyDown={onKeyDown}
      noValidate
      data-testid="report-form"
    >
      <ErrorSummary errors={form.errors} />
      <Standing item={item} />
      <OtherDrafts place={place} values={form.values} onTake={form.change} />
      <ReportFields item={item} form={form} />
      <SubmitBar
        isSending={form.isSending}
        onUnchanged={lastAccepted(item) === null ? null : () => setConfirming(true)}
      />
      {form.isKept && <p className={styles.kept}>{words.draftKept}</p>}
      {isConfirming && (
        <UnchangedDialog
          percent={item.percentComplete}
          period={period}
          reason={form.asked.lateness ? form.values.latenessReason : null}
          onReason={(latenessReason) => form.change({ latenessReason })}
          onCancel={() => setConfirming(false)}
          onConfirm={confirmUnchanged}
        />
      )}
    </form>
  );
}
