import { useState } from 'react';
import { formatPercent, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { Dialog } from '../ui/dialog';
import type { FieldError } from '../../common/ui/field-error';
import { TextField } from '../ui/text-field';

interface UnchangedDialogProps {
  percent: number;
  period: string;
  /** Why it is late, as typed so far; null when no reason is needed. */
  reason: string | null;
  onReason: (reason: string) => void;
  onCancel: () => void;
  onConfirm: () => void;
}

/** Confirms that nothing changed since last period; a late report needs its reason here too. */
export function UnchangedDialog(props: UnchangedDialogProps) {
  const { percent, period, reason, onReason, onCancel, onConfirm } = props;
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const confirm = () => {
    if (reason?.trim() === '') return setErrors([{ field: 'unchanged-reason', message: words.latenessReasonMissing }]);
    onConfirm();
  };
  return (
    <Dialog
      title={words.unchangedConfirm(formatPercent(percent, language), formatPeriod(period, language))}
      onClose={onCancel}
    >
      {reason !== null && (
        <TextField
          id="unchanged-reason"
          label={words.latenessReason}
          value={reason}
          errors={errors}
          onChange={onReason}
        />
      )}
      <div className="actions">
        <button type="button" className="button" data-kind="primary" onClick={confirm} data-testid="confirm">
          {words.unchangedSend}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.report.cancel}
        </button>
      </div>
    </Dialog>
  );
}
