import { useEffect, useState } from 'react';
import { useInstallation } from '../../common/installation-context';
import { InstallationMarks } from '../../common/installation-marks';
import { useLanguage } from '../../common/language-context';
import type { FeedState } from '../feed/feed-state';
import { Canvas } from './canvas';
import styles from './closed-page.module.css';

/** The server is given a moment before the wall says that nothing came. */
const PATIENCE_MS = 5_000;

/** What a wall shows while it has no figures: why, what to do, and what somebody on the phone will ask for. */
export function ClosedPage({ state }: { state: FeedState }) {
  const { texts } = useLanguage<'screen'>();
  const installation = useInstallation();
  const isPatient = usePatience();
  const { closed, diagnostics } = texts.screen;
  const { access } = state;
  const isRefused = access === 'revoked' || access === 'expired';
  if (isPatient && !isRefused && access !== 'stranger') {
    return (
      <Canvas now={0}>
        <p className={styles.connecting} data-freshness="none">
          {texts.screen.connecting}
        </p>
      </Canvas>
    );
  }
  const cause = isRefused || access === 'stranger' ? access : 'waiting';
  return (
    <Canvas now={0}>
      <main className={styles.page}>
        <h1 className={styles.heading} data-freshness={isRefused ? 'revoked' : 'none'}>
          {closed[cause]}
        </h1>
        {cause === 'waiting' ? (
          <p className={styles.hint}>{texts.screen.waitingHint}</p>
        ) : (
          <ol className={styles.steps}>
            {texts.screen.howToOpen.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        )}
        {installation !== null && <InstallationMarks installation={installation} />}
        <dl className={styles.diagnostics}>
          <dt>{diagnostics.address}</dt>
          <dd>{window.location.origin + window.location.pathname}</dd>
          <dt>{diagnostics.lastError}</dt>
          <dd>{state.lastError ?? diagnostics.none}</dd>
          <dt>{diagnostics.version}</dt>
          <dd>{state.appVersion ?? '—'}</dd>
        </dl>
      </main>
    </Canvas>
  );
}

function usePatience(): boolean {
  const [isPatient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return isPatient;
}
