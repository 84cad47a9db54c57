import type { ReactNode } from 'react';
import { formatExact } from '../format';
import { useLanguage } from '../language-context';
import { readNumber } from '../read-number';
import { Field } from './field';
import type { FieldError } from './field-error';
import styles from './number-field.module.css';

interface NumberFieldProps {
  id: string;
  label: string;
  hint?: string;
  value: string;
  /** Shown behind the input. */
  suffix?: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
  /** What is said at once about a value that was understood. */
  understood: (value: number) => ReactNode;
  /** Whether a value is possible here; all are, unless this says otherwise. */
  isPossible?: (value: number) => boolean;
}

/** A number as typed, with what the page understands by it. Where it can be read in two ways, both are offered. */
export function NumberField(props: NumberFieldProps) {
  const { id, label, hint, value, suffix, errors, onChange, understood, isPossible = () => true } = props;
  const { language } = useLanguage();
  const values = valuesOf(value, language).filter(isPossible);
  const [only] = values;
  return (
    <Field
      id={id}
      label={label}
      hint={hint}
      errors={errors}
      note={
        <div className={styles.note} aria-live="polite" data-testid="understood">
          {values.length === 1 && only !== undefined && understood(only)}
          {values.length > 1 && <Readings values={values} onChoose={(text) => choose(id, text, onChange)} />}
        </div>
      }
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
          {suffix !== undefined && (
            <span className={styles.suffix} aria-hidden="true">
              {suffix}
            </span>
          )}
        </span>
      )}
    </Field>
  );
}

function Readings({ values, onChoose }: { values: readonly number[]; onChoose: (text: string) => void }) {
  const { texts, language } = useLanguage();
  return (
    <div className={styles.readings}>
      <span>{texts.common.whichNumber}</span>
      {values.map((each) => (
        <button key={each} type="button" className="button" onClick={() => onChoose(formatExact(each, language))}>
          {formatExact(each, language)}
        </button>
      ))}
    </div>
  );
}

/** Takes a reading; the focus goes back to the field, since the button is gone. */
function choose(id: string, text: string, onChange: (text: string) => void): void {
  onChange(text);
  document.getElementById(id)?.focus();
}

function valuesOf(...[text, language]: Parameters<typeof readNumber>): readonly number[] {
  const reading = readNumber(text, language);
  if (reading.kind === 'none') return [];
  return reading.kind === 'number' ? [reading.value] : reading.values;
}
