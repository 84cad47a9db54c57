import type { ReactNode } from 'react';
import { useLanguage } from '../language-context';
import { LanguageSwitch } from '../language-switch';
import type { SignedIn } from '../session/use-session';
import styles from './frame.module.css';
import { InstallationNotice } from './installation-notice';

interface FrameProps {
  viewer?: SignedIn;
  onSignOut?: () => void;
  /** Where one can go from here. */
  navigation?: ReactNode;
  /** For pages that are looked at more than filled in. */
  isWide?: boolean;
  children: ReactNode;
}

/** What surrounds every page: who is signed in, where one can go, and what to know about the installation. */
export function Frame({ viewer, onSignOut, navigation, isWide = false, children }: FrameProps) {
  const { texts, pick } = useLanguage();
  return (
    <div data-wide={isWide} className={styles.frame}>
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        {texts.common.skip}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href="/">
            {texts.product}
          </a>
          {navigation !== undefined && (
            <nav className={styles.nav} aria-label={texts.common.siteNav}>
              {navigation}
            </nav>
          )}
          <div className={styles.who}>
            {viewer !== undefined && (
              <span className={styles.name}>
                {viewer.displayName}
                {viewer.unit !== null && <small>{pick(viewer.unit.shortName, viewer.unit.shortNameEn)}</small>}
              </span>
            )}
            <LanguageSwitch />
            {onSignOut !== undefined && (
              <button type="button" className="button" data-kind="quiet" onClick={onSignOut}>
                {texts.common.signOut}
              </button>
            )}
          </div>
        </div>
      </header>
      <InstallationNotice />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** The address belongs to the route, so the link moves the focus itself. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
