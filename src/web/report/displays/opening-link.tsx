import { useRef, useState } from 'react';
import { useLanguage } from '../../common/language-context';
import styles from './opening-link.module.css';

/** The link of a new screen: it cannot be shown again, so copying is one press. */
export function OpeningLink({ link }: { link: string }) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.displays;
  const [isCopied, setCopied] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    input.current?.select();
    // Browsers give the clipboard to https and localhost alone; elsewhere the old command copies the selection.
    if (window.isSecureContext) await navigator.clipboard.writeText(link).catch(() => document.execCommand('copy'));
    else document.execCommand('copy');
    setCopied(true);
  };
  return (
    <div className={styles.link} role="status">
      <label htmlFor="opening-link">{words.linkHeading}</label>
      <div className={styles.row}>
        <input
          id="opening-link"
          ref={input}
          className="input"
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
        />
        <button type="button" className="button" onClick={() => void copy()}>
          {isCopied ? words.copied : words.copy}
        </button>
      </div>
      <p className="muted">{words.linkHint}</p>
    </div>
  );
}
