import { useCallback, useEffect, useState } from 'react';
import type { ViewerQuery } from '../../generated/operations';
import { RequestFailed } from '../graphql/request-failed';
import { send } from '../graphql/send';
import { useLanguage } from '../language-context';
import { signOut, viewer } from '../operations';

/** Who has signed in. */
export type SignedIn = NonNullable<ViewerQuery['viewer']>;

type SessionState =
  { kind: 'asking' } | { kind: 'stranger' } | { kind: 'unreachable' } | { kind: 'signedIn'; viewer: SignedIn };

interface Session {
  state: SessionState;
  /** Asks the server again who is signed in. */
  ask: () => void;
  /** Signs out; the page then shows the sign-in. */
  leave: () => void;
}

/** Knows who uses the page: asks at the start, after signing in, and when the server refuses. */
export function useSession(): Session {
  const { language } = useLanguage();
  const [state, setState] = useState<SessionState>({ kind: 'asking' });

  const ask = useCallback(() => {
    send(viewer, {}, language)
      .then((answer): SessionState =>
        answer.viewer === null ? { kind: 'stranger' } : { kind: 'signedIn', viewer: answer.viewer },
      )
      .catch((error: unknown): SessionState => {
        const isStranger = error instanceof RequestFailed && error.kind === 'unauthenticated';
        return { kind: isStranger ? 'stranger' : 'unreachable' };
      })
      .then(setState, () => undefined);
  }, [language]);

  const leave = useCallback(() => {
    send(signOut, {}, language)
      .catch(() => undefined)
      .finally(ask);
  }, [language, ask]);

  useEffect(ask, [ask]);
  return { state, ask, leave };
}
