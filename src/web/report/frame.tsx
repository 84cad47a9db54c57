import type { ReactNode } from 'react';
import { useLanguage } from '../common/language-context';
import { LanguageSwitch } from '../common/language-switch';
import styles from './frame.module.css';
import { InstallationNotice } from './installation-notice';
import { sectionsOf } from './sections';
import type { SignedIn } from './session/use-session';
import { useHashRoute } from './use-hash-route';

interface FrameProps {
  viewer?: SignedIn;
  onSignOut?: () => void;
  children: ReactNode;
}

/** What surrounds every page: who is signed in, where one can go, and what to know about the installation. */
export function Frame({ viewer, onSignOut, children }: FrameProps) {
  const { texts, pick } = useLanguage();
  return (
    <>
      <a className={styles.skip} href="#main" onClick={skipToMain}>
        {texts.report.skip}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          <a className={styles.brand} href="/">
            {texts.product}
          </a>
          {viewer !== undefined && <Navigation viewer={viewer} />}
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
                {texts.report.signOut}
              </button>
            )}
          </div>
        </div>
      </header>
      <InstallationNotice />
      <main id="main" className={styles.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}

function Navigation({ viewer }: { viewer: SignedIn }) {
  const { texts } = useLanguage();
  const [path = ''] = useHashRoute();
  const sections = sectionsOf(viewer.roles);
  const known = sections.some((section) => section.path === path);
  return (
    <nav className={styles.nav}>
      {sections.map((each, index) => {
        const isHere =
          each.path === path ||
          (path === 'item' && each.section === 'work') ||
          (!known && path !== 'item' && index === 0);
        return (
          <a key={each.path} href={`#/${each.path}`} aria-current={isHere ? 'page' : undefined}>
            {texts.report.nav[each.section]}
          </a>
        );
      })}
    </nav>
  );
}

/** The address belongs to the route, so the link moves the focus itself. */
function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
