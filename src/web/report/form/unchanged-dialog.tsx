import { useState } from 'react';
import { formatPercent, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { Dialog } from '../ui/dialog';
import type { FieldError } from '../../common/ui/field-error';
import { TextField } from '../ui/text-field';

interface UnchangedDialogProps {
  percent: number;
  period: string;
  needsReason: boolean;
  onCancel: () => void;
  onConfirm: (latenessReason: string) => void;
}

/** Confirms that nothing changed since last period; a late report needs its reason here too. */
export function UnchangedDialog({ percent, period, needsReason, onCancel, onConfirm }: UnchangedDialogProps) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const confirm = () => {
    if (needsReason && reason.trim() === '')
      return setErrors([{ field: 'unchanged-reason', message: words.latenessReasonMissing }]);
    onConfirm(reason);
  };
  return (
    <Dialog title={words.unchangedConfirm(formatPercent(percent, language), formatPeriod(period))} onClose={onCancel}>
      {needsReason && (
        <TextField
          id="unchanged-reason"
          label={words.latenessReason}
          value={reason}
          errors={errors}
          onChange={setReason}
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
