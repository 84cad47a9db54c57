import { useRef, useState } from 'react';
import { useViewer } from '../session/viewer-context';
import { forgetKept, readKept, writeKept } from './kept-store';

type Change<T> = (next: T | ((current: T) => T)) => void;

/**
 * Something that is typed, kept on this device for this account under a name until it is forgotten: closed dialogs, lost sessions and reloads do
 * not lose it, and nobody else who signs in here is shown it.
 */
export function useKept<T>(name: string, initial: T): [value: T, change: Change<T>, forget: () => void] {
  const full = `${useViewer().id}.${name}`;
  const [value, setValue] = useState<T>(() => readKept<T>(full)?.value ?? initial);
  // what is typed while something is sent must be known to what comes after the answer
  const latest = useRef(value);
  const set = (next: T) => {
    latest.current = next;
    setValue(next);
  };
  const change: Change<T> = (next) => {
    const changed = typeof next === 'function' ? (next as (current: T) => T)(latest.current) : next;
    writeKept(full, changed);
    set(changed);
  };
  const forget = () => {
    forgetKept(full);
    set(initial);
  };
  return [value, change, forget];
}
