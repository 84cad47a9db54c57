import { useEffect, useState } from 'react';
import { markArrival } from '../common/arrival';

/** The parts of the address behind `#/`: `#/item/07-01` is `['item', '07-01']`. */
export function useHashRoute(): string[] {
  const [hash, setHash] = useState(window.location.hash);
  useEffect(() => {
    const read = () => {
      markArrival();
      setHash(window.location.hash);
      window.scrollTo(0, 0);
    };
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  return hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}
