import { useState } from 'react';
import { useLanguage } from '../../common/language-context';
import { Dialog } from '../ui/dialog';
import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';
import styles from './return-dialog.module.css';

/** Asks for the reason without which nothing is returned: one of the usual ones, own words, or both. */
export function ReturnDialog({ onCancel, onReturn }: { onCancel: () => void; onReturn: (reason: string) => void }) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const submit = () => {
    if (reason.trim() === '') return setErrors([{ field: 'reason', message: words.reasonMissing }]);
    onReturn(reason.trim());
  };
  return (
    <Dialog title={words.giveBack} onClose={onCancel}>
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
      <ul className={styles.canned}>
        {words.canned.map((text) => (
          <li key={text}>
            <button type="button" onClick={() => setReason(reason.trim() === '' ? text : `${reason.trim()} ${text}`)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button" data-kind="danger" onClick={submit} data-testid="confirm">
          {words.sendBack}
        </button>
        <button type="button" className="button" onClick={onCancel}>
          {texts.report.cancel}
        </button>
      </div>
    </Dialog>
  );
}
