import { useState } from 'react';
import { useViewer } from '../session/viewer-context';
import { forgetKept, readKept, writeKept } from './kept-store';

/**
 * Something that is typed, kept on this device for this account under a name until it is forgotten: closed dialogs, lost sessions and reloads do
 * not lose it, and nobody else who signs in here is shown it.
 */
export function useKept<T>(name: string, initial: T): [value: T, change: (value: T) => void, forget: () => void] {
  const full = `${useViewer().id}.${name}`;
  const [value, setValue] = useState<T>(() => readKept<T>(full)?.value ?? initial);
  const change = (next: T) => {
    writeKept(full, next);
    setValue(next);
  };
  const forget = () => {
    forgetKept(full);
    setValue(initial);
  };
  return [value, change, forget];
}
