import { useCallback, useEffect, useRef, useState } from 'react';
import type { ViewerQuery } from '../../generated/operations';
import { RequestFailed } from '../graphql/request-failed';
import { onUnauthenticated, send } from '../graphql/send';
import { useLanguage } from '../language-context';
import { signOut, viewer } from '../operations';

/** Who has signed in. */
export type SignedIn = NonNullable<ViewerQuery['viewer']>;

type SessionState =
  | { kind: 'asking' }
  /** Nobody has signed in; `hasEnded` when somebody had, and did not sign out here. */
  | { kind: 'stranger'; hasEnded: boolean }
  | { kind: 'unreachable' }
  | { kind: 'signedIn'; viewer: SignedIn };

interface Session {
  state: SessionState;
  /** Asks the server again who is signed in. */
  ask: () => void;
  /** Signs out; the page then shows the sign-in. */
  leave: () => void;
}

/** Whether somebody who has signed in could merely not be asked for. */
function isLost(current: SessionState, next: SessionState): boolean {
  return current.kind === 'signedIn' && next.kind === 'unreachable';
}

/** Knows who uses the page: asks at the start, after signing in, and whenever the server refuses. */
export function useSession(): Session {
  const { language } = useLanguage();
  const [state, setState] = useState<SessionState>({ kind: 'asking' });
  const wasSignedIn = useRef(false);

  const ask = useCallback(() => {
    const stranger = (): SessionState => ({ kind: 'stranger', hasEnded: wasSignedIn.current });
    void send(viewer, {}, language)
      .then((answer): SessionState => {
        if (answer.viewer === null) return stranger();
        wasSignedIn.current = true;
        return { kind: 'signedIn', viewer: answer.viewer };
      })
      .catch((error: unknown): SessionState => {
        const isStranger = error instanceof RequestFailed && error.kind === 'unauthenticated';
        return isStranger ? stranger() : { kind: 'unreachable' };
      })
      // a blip must not take away what somebody is working on
      .then((next) => setState((current) => (isLost(current, next) ? current : next)));
  }, [language]);

  const leave = useCallback(() => {
    wasSignedIn.current = false;
    send(signOut, {}, language)
      .catch(() => undefined)
      .finally(ask);
  }, [language, ask]);

  useEffect(ask, [ask]);
  // the question who has signed in is answered above, whatever the answer
  useEffect(() => onUnauthenticated((operation) => operation !== viewer.name && ask()), [ask]);
  return { state, ask, leave };
}
