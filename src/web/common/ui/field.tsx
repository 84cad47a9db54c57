import type { ReactNode } from 'react';
import styles from './field.module.css';
import type { FieldError } from './field-error';

interface FieldAttributes {
  id: string;
  'aria-invalid': boolean;
  'aria-describedby': string | undefined;
}

interface FieldProps {
  id: string;
  label: string;
  hint?: ReactNode;
  errors: readonly FieldError[];
  children: (attributes: FieldAttributes) => ReactNode;
  /** Beside the label: a small action on the field. */
  action?: ReactNode;
  /** Below the field: what the page made of the input. */
  note?: ReactNode;
}

/** A labelled field: label above, then hint, error, the input, and what the page understood. */
export function Field({ id, label, hint, errors, children, action, note }: FieldProps) {
  const messages = errors.filter(({ field }) => field === id).map(({ message }) => message);
  const described = [hint !== undefined && `${id}-hint`, messages.length > 0 && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <div className={styles.top}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        {action}
      </div>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {messages.length > 0 && (
        <p id={`${id}-error`} className={styles.error}>
          {messages.join(' ')}
        </p>
      )}
      {children({ id, 'aria-invalid': messages.length > 0, 'aria-describedby': described || undefined })}
      {note}
    </div>
  );
}
