import { useEffect, useRef, useState } from 'react';

/** How long a row shows that it has just changed. */
const SHOWN_MS = 20_000;

/** Whether what a row says has changed a moment ago, before the eyes of who looks. */
export function useJustChanged(said: string): boolean {
  const before = useRef(said);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    if (before.current === said) return undefined;
    before.current = said;
    setNew(true);
    const timer = setTimeout(() => setNew(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return isNew;
}
