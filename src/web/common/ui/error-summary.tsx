import { useEffect, useRef } from 'react';
import { useLanguage } from '../language-context';
import styles from './error-summary.module.css';
import type { FieldError } from './field-error';

interface ErrorSummaryProps {
  errors: readonly FieldError[];
  /** What could not be done; “sent” by default. */
  heading?: string;
}

/** All that has to be put right, with links to the fields. Takes the focus whenever it has something new to say. */
export function ErrorSummary({ errors, heading }: ErrorSummaryProps) {
  const { texts } = useLanguage();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className={styles.box} ref={box} tabIndex={-1} role="alert" data-testid="error-summary">
      <p className={styles.heading}>{heading ?? texts.common.errorsHeading}</p>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            {field === null ? message : <FieldLink field={field} message={message} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A button in the shape of a link: the page's address belongs to the route. */
function FieldLink({ field, message }: { field: string; message: string }) {
  const go = () => {
    const input = document.getElementById(field);
    input?.scrollIntoView({ block: 'center' });
    input?.focus();
  };
  return (
    <button type="button" className={styles.link} onClick={go}>
      {message}
    </button>
  );
}
