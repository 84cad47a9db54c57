import { useEffect } from 'react';
import { useLanguage } from '../common/language-context';
import { Frame } from './frame';
import { LiveProvider } from './live/live-provider';
import { Pages } from './pages';
import { SignIn } from './session/sign-in';
import { useSession } from './session/use-session';
import { Failure } from './ui/failure';

/** The departments' page: sign-in, then what the account's roles allow. */
export function ReportApp() {
  const { texts, language } = useLanguage();
  const session = useSession();
  useEffect(() => {
    document.title = texts.report.documentTitle;
  }, [texts]);

  const { state } = session;
  if (state.kind === 'asking') return <Frame>{texts.loading}</Frame>;
  if (state.kind === 'unreachable') {
    return (
      <Frame>
        <Failure message={texts.report.networkFailed} onRetry={session.ask} />
      </Frame>
    );
  }
  if (state.kind === 'stranger') {
    return (
      <Frame>
        <SignIn onSignedIn={session.ask} />
      </Frame>
    );
  }
  return (
    <LiveProvider key={language} onRefused={session.ask}>
      <Frame viewer={state.viewer} onSignOut={session.leave}>
        <Pages viewer={state.viewer} />
      </Frame>
    </LiveProvider>
  );
}
