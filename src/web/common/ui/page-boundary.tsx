import { type ReactNode, useEffect } from 'react';
import { useLanguage } from '../language-context';
import { ErrorBoundary } from './error-boundary';
import styles from './page-boundary.module.css';

interface PageBoundaryProps {
  /** After so many milliseconds the page is loaded again by itself: where nobody sits in front of it. */
  reloadAfterMs?: number;
  children: ReactNode;
}

/** The outermost one of a page: instead of a blank window it says what to do. */
export function PageBoundary({ reloadAfterMs, children }: PageBoundaryProps) {
  return <ErrorBoundary fallback={<BrokenPage reloadAfterMs={reloadAfterMs} />}>{children}</ErrorBoundary>;
}

function BrokenPage({ reloadAfterMs }: { reloadAfterMs: number | undefined }) {
  const { broken } = useLanguage().texts.common;
  useEffect(() => {
    if (reloadAfterMs === undefined) return undefined;
    const timer = window.setTimeout(() => window.location.reload(), reloadAfterMs);
    return () => window.clearTimeout(timer);
  }, [reloadAfterMs]);
  return (
    <main className={styles.page} role="alert" data-testid="broken-page">
      <h1>{broken.page}</h1>
      <p>{reloadAfterMs === undefined ? broken.pageHint : broken.reloads}</p>
      {reloadAfterMs === undefined && (
        <div className="actions">
          <button type="button" className="button" data-kind="primary" onClick={() => window.location.reload()}>
            {broken.reload}
          </button>
          <a href="/">{broken.home}</a>
        </div>
      )}
    </main>
  );
}
