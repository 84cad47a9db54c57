import { useState } from 'react';
import type { QueuedReportFragment } from '../../generated/operations';
import { useKept } from '../../common/kept/use-kept';
import { useLanguage } from '../../common/language-context';
import { Failure } from '../../common/ui/failure';
import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';
import { Dialog } from '../ui/dialog';
import { ReportOutcome } from './report-outcome';
import styles from './return-dialog.module.css';

interface ReturnDialogProps {
  report: QueuedReportFragment;
  /** Somebody else has answered the report meanwhile. */
  isAnswered: boolean;
  onClose: () => void;
  /** Sends the answer; resolves with what stood in the way. */
  onReturn: (reason: string) => Promise<string | null>;
}

/** Asks for the reason without which nothing is returned: one of the usual ones, own words, or both. It is kept until the report was returned. */
export function ReturnDialog({ report, isAnswered, onClose, onReturn }: ReturnDialogProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  const [reason, setReason, forgetReason] = useKept(`return.${report.id}`, '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  // what this dialog itself has just returned is not somebody else's answer
  const isGone = isAnswered && !isSending;
  const submit = async () => {
    if (reason.trim() === '') return setErrors([{ field: 'reason', message: words.reasonMissing }]);
    if (isSending) return;
    setErrors([]);
    setSending(true);
    const refusal = await onReturn(reason.trim());
    setFailure(refusal);
    if (refusal !== null) return setSending(false);
    forgetReason();
    onClose();
  };
  return (
    <Dialog title={words.giveBackTitle(report.receiptCode)} onClose={onClose}>
      {isGone && <AnsweredElsewhere code={report.receiptCode} />}
      {failure !== null && !isGone && <Failure message={failure} />}
      <Field id="reason" label={words.reason} errors={errors}>
        {(attributes) => (
          <textarea
            {...attributes}
            className="input"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      <CannedReasons onChoose={(text) => setReason(reason.trim() === '' ? text : `${reason.trim()} ${text}`)} />
      <div className="actions">
        {!isGone && (
          <button
            type="button"
            className="button"
            data-kind="danger"
            onClick={() => void submit()}
            data-testid="confirm"
          >
            {words.sendBack}
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          {isGone ? texts.report.close : texts.report.cancel}
        </button>
      </div>
    </Dialog>
  );
}

function AnsweredElsewhere({ code }: { code: string }) {
  const { texts } = useLanguage<'report'>();
  return (
    <div className={styles.gone} role="alert" data-testid="answered-elsewhere">
      <strong>{texts.report.queue.notReturned}</strong>
      <ReportOutcome code={code} />
    </div>
  );
}

function CannedReasons({ onChoose }: { onChoose: (text: string) => void }) {
  const { texts } = useLanguage<'report'>();
  return (
    <ul className={styles.canned}>
      {texts.report.queue.canned.map((text) => (
        <li key={text}>
          <button type="button" onClick={() => onChoose(text)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
