import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { formatNumber, formatTime } from '../../shared/format';
import { useLanguage } from '../../shared/language-context';
import { ErrorSummary } from '../ui/error-summary';
import type { FieldError } from '../ui/field-error';
import { type AskedReasons, checkReport, neededReasons, parsePercent, toContent } from './check-report';
import { HealthField } from './health-field';
import { MilestoneField } from './milestone-field';
import { PercentField } from './percent-field';
import styles from './report-form.module.css';
import { currentReport, type FormItem, initialValues, lastAccepted, type ReportValues } from './report-values';
import { SubmitBar } from './submit-bar';
import { SummaryField } from './summary-field';
import { suggestHealth } from './suggest-health';
import { TextField } from './text-field';
import { UnchangedDialog } from './unchanged-dialog';
import { useReportDraft } from './use-report-draft';
import { type Receipt, useSubmitReport } from './use-submit-report';

interface ReportFormProps {
  item: FormItem;
  period: string;
  today: string;
  viewerId: string;
  onReceived: (receipt: Receipt) => void;
}

/** The fields of a report, prefilled; routine takes a number, a sentence and Ctrl+Enter. */
export function ReportForm({ item, period, today, viewerId, onReceived }: ReportFormProps) {
  const { texts, language } = useLanguage();
  const words = texts.report.form;
  const draft = useReportDraft({ viewerId, code: item.code, period }, () =>
    initialValues(item, (value) => formatNumber(value, language)),
  );
  const { values, change } = draft;
  const { submit, isSending } = useSubmitReport();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [askedByServer, setAskedByServer] = useState<AskedReasons>({ decrease: false, lateness: false });
  const [isConfirming, setConfirming] = useState(false);

  const needed = neededReasons(item, values, today);
  const asked = { decrease: needed.decrease || askedByServer.decrease, lateness: needed.lateness || askedByServer.lateness };
  const health = suggestHealth({ ...item, percent: parsePercent(values.percent) ?? item.percentComplete, today, reachedIds: values.milestoneIds });
  const isTroubled = [values.claimedHealth ?? health].some((each) => each === 'AT_RISK' || each === 'OVERDUE');

  const sendValues = async (sent: ReportValues) => {
    if (isSending) return;
    const found = checkReport(sent, asked, texts);
    if (found.length > 0) return setErrors(found);
    const input = { ...toContent(sent, asked), workItemId: item.id, period, idempotencyKey: draft.idempotencyKey };
    const answer = await submit(input);
    if (!Array.isArray(answer)) {
      draft.done();
      return onReceived(answer);
    }
    const codes = answer.map(({ code }) => code);
    setAskedByServer({
      decrease: askedByServer.decrease || codes.includes('DECREASE_REASON_REQUIRED'),
      lateness: askedByServer.lateness || codes.includes('LATENESS_REASON_REQUIRED'),
    });
    if (codes.includes('IDEMPOTENCY_KEY_REUSED')) draft.renewKey();
    setErrors(answer);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void sendValues(values);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit(event);
  };
  const last = lastAccepted(item);

  return (
    <form className={`card ${styles.form}`} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate data-testid="report-form">
      <ErrorSummary errors={errors} />
      <Standing item={item} />
      <PercentField value={values.percent} before={last?.percentComplete ?? null} errors={errors} onChange={(percent) => change({ percent })} />
      {asked.decrease && (
        <TextField id="decreaseReason" label={words.decreaseReason} value={values.decreaseReason} errors={errors} onChange={(decreaseReason) => change({ decreaseReason })} />
      )}
      <MilestoneField milestones={item.milestones} chosen={values.milestoneIds} onChange={(milestoneIds) => change({ milestoneIds })} />
      <HealthField computed={health} claimed={values.claimedHealth} reason={values.healthReason} errors={errors} onChange={change} />
      <SummaryField value={values.summary} last={last?.summary ?? null} errors={errors} onChange={(summary) => change({ summary })} />
      <Troubles values={values} isTroubled={isTroubled} errors={errors} onChange={change} />
      {asked.lateness && (
        <TextField id="latenessReason" label={words.latenessReason} value={values.latenessReason} errors={errors} onChange={(latenessReason) => change({ latenessReason })} />
      )}
      <SubmitBar isSending={isSending} onUnchanged={last === null ? null : () => setConfirming(true)} />
      {draft.savedAt !== null && <p className={styles.kept}>{words.draftKept(formatTime(draft.savedAt))}</p>}
      {isConfirming && last !== null && (
        <UnchangedDialog
          percent={last.percentComplete}
          period={period}
          needsReason={asked.lateness}
          onCancel={() => setConfirming(false)}
          onConfirm={(latenessReason) => {
            setConfirming(false);
            const same = { ...values, percent: formatNumber(item.percentComplete, language), summary: words.unchangedSummary, latenessReason };
            change(same);
            void sendValues({ ...same, milestoneIds: [], claimedHealth: null });
          }}
        />
      )}
    </form>
  );
}

/** What became of an earlier report of the same period. */
function Standing({ item }: { item: FormItem }) {
  const { texts } = useLanguage();
  const current = currentReport(item);
  if (current?.state === 'RETURNED') {
    return (
      <div className={styles.returned} role="status">
        <strong>{texts.report.form.returned}</strong>
        <p>{current.reviewNote}</p>
      </div>
    );
  }
  return current?.state === 'ACCEPTED' ? <p className={styles.note}>{texts.report.form.correction}</p> : null;
}

interface TroublesProps {
  values: ReportValues;
  isTroubled: boolean;
  errors: readonly FieldError[];
  onChange: (part: Partial<ReportValues>) => void;
}

/** Difficulties and proposals: asked for when the status is not good, at hand otherwise. */
function Troubles({ values, isTroubled, errors, onChange }: TroublesProps) {
  const { texts } = useLanguage();
  const words = texts.report.form;
  const fields = (
    <>
      <TextField
        id="difficulties"
        label={words.difficulties}
        hint={isTroubled ? words.difficultiesHint : undefined}
        value={values.difficulties}
        errors={errors}
        onChange={(difficulties) => onChange({ difficulties })}
      />
      <TextField id="proposals" label={words.proposals} value={values.proposals} errors={errors} onChange={(proposals) => onChange({ proposals })} />
    </>
  );
  const isOpen = isTroubled || values.difficulties !== '' || values.proposals !== '';
  if (isOpen) return fields;
  return (
    <details className={styles.more}>
      <summary>{words.more}</summary>
      <div className={styles.moreFields}>{fields}</div>
    </details>
  );
}
