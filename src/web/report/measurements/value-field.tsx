import { formatDelta, formatNumber } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { parseDecimal } from '../../common/parse-decimal';
import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';
import styles from './measurement-form.module.css';
import type { MeasuredTarget } from './measurement-values';

interface ValueFieldProps {
  id: string;
  target: MeasuredTarget | undefined;
  value: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** The measured value as typed, with what the page understood by it. */
export function ValueField({ id, target, value, errors, onChange }: ValueFieldProps) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const unit = pick(target?.indicator?.unitOfMeasure ?? '', target?.indicator?.unitOfMeasureEn ?? '');
  const parsed = parseDecimal(value);
  const before = target?.latestMeasurement?.value;
  const form = texts.report.form;
  const text = parsed === null ? '' : formatNumber(parsed, language);
  const understood =
    before === undefined
      ? form.understoodFirst(text)
      : form.understood(text, formatDelta((parsed ?? 0) - before, language));
  return (
    <Field
      id={id}
      label={unit === '' ? words.value : words.valueIn(unit)}
      errors={errors}
      note={
        <p className="muted" aria-live="polite">
          {parsed === null ? '' : understood}
        </p>
      }
    >
      {(attributes) => (
        <input
          {...attributes}
          className={`input ${styles.short}`}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
