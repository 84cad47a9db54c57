import { createContext, useContext } from 'react';
import type { SignedIn } from './use-session';

const ViewerContext = createContext<SignedIn | null>(null);

/** Who has signed in, for whatever is inside. */
export const ViewerProvider = ViewerContext.Provider;

/** Who has signed in. */
export function useViewer(): SignedIn {
  const viewer = useContext(ViewerContext);
  if (viewer === null) throw new Error('something of an account is shown to nobody');
  return viewer;
}
