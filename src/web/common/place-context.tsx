import { createContext, useContext, useEffect } from 'react';
import { useLanguage } from './language-context';

const PlaceContext = createContext('');

/** The name of the page, for the titles of its views. */
export const PlaceProvider = PlaceContext.Provider;

/** Names the browser's tab after the view, the page and the product. */
export function useViewTitle(view: string): void {
  const place = useContext(PlaceContext);
  const { texts } = useLanguage();
  const title = [...new Set([view, place, texts.product])].filter((part) => part !== '').join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
