import type { ReactNode } from 'react';
import { Frame } from '../frame/frame';
import { useLanguage } from '../language-context';
import { LiveProvider } from '../live/live-provider';
import { Failure } from '../ui/failure';
import { SignIn } from './sign-in';
import { type SignedIn, useSession } from './use-session';

interface SessionGateProps {
  navigation: (viewer: SignedIn) => ReactNode;
  isWide?: boolean;
  children: (viewer: SignedIn) => ReactNode;
}

/** Strangers get the sign-in; whoever has signed in gets what is inside, with one connection for its live data. */
export function SessionGate({ navigation, isWide, children }: SessionGateProps) {
  const { texts, language } = useLanguage();
  const { state, ask, leave } = useSession();
  if (state.kind === 'asking') return <Frame isWide={isWide}>{texts.loading}</Frame>;
  if (state.kind === 'unreachable') {
    return (
      <Frame isWide={isWide}>
        <Failure message={texts.common.networkFailed} onRetry={ask} />
      </Frame>
    );
  }
  if (state.kind === 'stranger') {
    return (
      <Frame isWide={isWide}>
        <SignIn onSignedIn={ask} />
      </Frame>
    );
  }
  const { viewer } = state;
  return (
    <LiveProvider key={language} onRefused={ask}>
      <Frame viewer={viewer} onSignOut={leave} navigation={navigation(viewer)} isWide={isWide}>
        {children(viewer)}
      </Frame>
    </LiveProvider>
  );
}
