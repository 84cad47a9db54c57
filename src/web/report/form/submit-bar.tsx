import { useLanguage } from '../../common/language-context';
import styles from './submit-bar.module.css';

/** Send, or say in one click that nothing changed. The buttons are never disabled: a second press while sending does nothing. */
export function SubmitBar({ isSending, onUnchanged }: { isSending: boolean; onUnchanged: (() => void) | null }) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  return (
    <div className={`actions ${styles.bar}`}>
      <button className="button" data-kind="primary" type="submit" data-testid="send">
        {isSending ? words.sending : words.send}
      </button>
      <span className={styles.keys}>{words.sendKeys}</span>
      {onUnchanged !== null && (
        <button className={`button ${styles.unchanged}`} type="button" onClick={onUnchanged} data-testid="unchanged">
          {words.unchanged}
        </button>
      )}
    </div>
  );
}
