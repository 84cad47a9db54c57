import { useLanguage } from '../../../common/language-context';
import { Field } from '../../../common/ui/field';
import type { FieldError } from '../../../common/ui/field-error';
import { SUMMARY_LENGTH } from './check-report';

interface SummaryFieldProps {
  value: string;
  /** What was written last time; null before the first report. */
  last: string | null;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** “Kết quả nổi bật”: a sentence, which may begin as last period's. Longer input is kept and counted, not cut. */
export function SummaryField({ value, last, errors, onChange }: SummaryFieldProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  const copy =
    last === null ? undefined : (
      <button type="button" className="button" data-kind="quiet" onClick={() => onChange(last)}>
        {words.copyLast}
      </button>
    );
  return (
    <Field
      id="summary"
      label={words.summary}
      hint={words.summaryHint(SUMMARY_LENGTH - value.length)}
      errors={errors}
      action={copy}
    >
      {(attributes) => (
        <textarea
          {...attributes}
          className="input"
          rows={3}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
