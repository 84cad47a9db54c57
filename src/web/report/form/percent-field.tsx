import { formatDelta, formatPercent } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { Field } from '../../common/ui/field';
import type { FieldError } from '../../common/ui/field-error';
import { parsePercent } from './check-report';
import styles from './percent-field.module.css';

interface PercentFieldProps {
  value: string;
  /** The last accepted percentage; null before the first. */
  before: number | null;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** So large a step is asked about once more; it is never refused. */
const LARGE_STEP = 40;

/** Percent complete as typed, with what the page understood by it. */
export function PercentField({ value, before, errors, onChange }: PercentFieldProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  return (
    <Field
      id="percentComplete"
      label={words.percent}
      hint={words.percentHint}
      errors={errors}
      note={<Understood value={value} before={before} />}
    >
      {(attributes) => (
        <span className={styles.box}>
          <input
            {...attributes}
            className={`input ${styles.input}`}
            inputMode="decimal"
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onFocus={(event) => event.target.select()}
          />
          <span className={styles.unit} aria-hidden="true">
            %
          </span>
        </span>
      )}
    </Field>
  );
}

function Understood({ value, before }: { value: string; before: number | null }) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.form;
  const percent = parsePercent(value);
  if (percent === null) return <p className={styles.note} aria-live="polite" data-testid="understood" />;
  const text = formatPercent(percent, language);
  const delta = before === null ? null : formatDelta(percent - before, language);
  const isLarge = before !== null && Math.abs(percent - before) >= LARGE_STEP;
  return (
    <p className={styles.note} aria-live="polite" data-testid="understood">
      {delta === null ? words.understoodFirst(text) : words.understood(text, delta)}
      {isLarge && delta !== null && <strong className={styles.jump}>{words.jump(delta)}</strong>}
    </p>
  );
}
