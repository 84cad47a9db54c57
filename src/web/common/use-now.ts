import { useEffect, useState } from 'react';

/**
 * The time of a clock in milliseconds, shown again at every beat. It is read whenever the page is drawn: a clock that the server has just set right must not be a beat
 * behind what came with it, or fresh figures would look years old.
 */
export function useNow(read: () => number, everyMs: number): number {
  const [, beat] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => beat((count) => count + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return read();
}
