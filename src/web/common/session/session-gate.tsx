import { type ReactNode, useEffect } from 'react';
import { Frame } from '../frame/frame';
import { guardPresses } from '../guard-presses';
import { useLanguage } from '../language-context';
import { LiveProvider } from '../live/live-provider';
import { PlaceProvider } from '../place-context';
import { Failure } from '../ui/failure';
import { SignIn } from './sign-in';
import { type SignedIn, useSession } from './use-session';
import { ViewerProvider } from './viewer-context';

interface SessionGateProps {
  /** The name of the page. */
  place: string;
  navigation: (viewer: SignedIn) => ReactNode;
  isWide?: boolean;
  children: (viewer: SignedIn) => ReactNode;
}

/** Strangers get the sign-in; whoever has signed in gets what is inside, with one connection for its live data. */
export function SessionGate({ place, ...inside }: SessionGateProps) {
  useEffect(guardPresses, []);
  return (
    <PlaceProvider value={place}>
      <Gate {...inside} />
    </PlaceProvider>
  );
}

function Gate({ navigation, isWide, children }: Omit<SessionGateProps, 'place'>) {
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
        <SignIn hasEnded={state.hasEnded} onSignedIn={ask} />
      </Frame>
    );
  }
  const { viewer } = state;
  return (
    <LiveProvider key={language} onRefused={ask}>
      <Frame viewer={viewer} onSignOut={leave} navigation={navigation(viewer)} isWide={isWide}>
        <ViewerProvider value={viewer}>{children(viewer)}</ViewerProvider>
      </Frame>
    </LiveProvider>
  );
}
