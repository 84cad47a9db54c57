import { useLanguage } from '../language-context';
import styles from './failure.module.css';

/** Says that something could not be had, and offers another try. */
export function Failure({ message, onRetry }: { message: string; onRetry?: () => void }) {
  const { texts } = useLanguage();
  return (
    <div className={styles.failure} role="alert">
      <p>{message}</p>
      {onRetry !== undefined && (
        <button type="button" className="button" onClick={onRetry}>
          {texts.common.retry}
        </button>
      )}
    </div>
  );
}
