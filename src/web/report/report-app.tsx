import { useLanguage } from '../common/language-context';
import { SessionGate } from '../common/session/session-gate';
import { Navigation } from './navigation';
import { Pages } from './pages';

/** The departments' page: sign-in, then what the account's roles allow. */
export function ReportApp() {
  const { texts } = useLanguage<'report'>();
  return (
    <SessionGate place={texts.report.documentTitle} navigation={(viewer) => <Navigation viewer={viewer} />}>
      {(viewer) => <Pages viewer={viewer} />}
    </SessionGate>
  );
}
