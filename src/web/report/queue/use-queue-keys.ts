import { useEffect, useRef, useState } from 'react';
import type { QueuedReportFragment } from '../../generated/operations';
import type { Row } from './keep-places';

interface QueueKeys {
  rows: readonly Row<QueuedReportFragment>[];
  isActive: boolean;
  approve: (report: QueuedReportFragment) => void;
  giveBack: (report: QueuedReportFragment) => void;
  /** The reader has moved on: the rows may be put in order. */
  tidy: () => void;
}

/**
 * J and K move through a queue, A approves, R returns what is selected; not while something is typed or a dialog is open. A key that is held acts
 * once. The first row is selected when the queue comes; from then on the selection moves by the reader's own hand alone, and never to a row that
 * has taken the place of another.
 */
export function useQueueKeys(keys: QueueKeys): [string | null, (id: string) => void] {
  const { rows, isActive, approve, giveBack, tidy } = keys;
  const [chosen, setChosen] = useState<string | null>(null);
  const hasBegun = useRef(false);
  const place = useRef(0);
  const first = rows[0]?.item.id;

  useEffect(() => {
    if (first === undefined || hasBegun.current) return;
    hasBegun.current = true;
    setChosen((current) => current ?? first);
  }, [first]);

  const index = rows.findIndex(({ item }) => item.id === chosen);
  useEffect(() => {
    if (index !== -1) place.current = index;
  }, [index]);

  useEffect(() => {
    const move = (step: 1 | -1) => {
      const next = nextAlive(rows, index === -1 ? place.current - (step === 1 ? 1 : 0) : index, step);
      if (next === undefined) return;
      setChosen(next);
      document.getElementById(`report-${next}`)?.scrollIntoView({ block: 'nearest' });
      tidy();
    };
    const act = (action: QueueKeys['approve']) => {
      const row = rows[index];
      if (row !== undefined && !row.isGone) action(row.item);
    };
    const onKey = (event: KeyboardEvent) => {
      if (!isActive || !isPlain(event) || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const actions: Record<string, () => void> = {
        j: () => move(1),
        k: () => move(-1),
        a: () => act(approve),
        r: () => act(giveBack),
      };
      const action = actions[key];
      if (action === undefined) return;
      event.preventDefault();
      if (!event.repeat || key === 'j' || key === 'k') action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return [chosen, setChosen];
}

/** The nearest row in a direction that still waits. */
function nextAlive(rows: readonly Row<QueuedReportFragment>[], from: number, step: 1 | -1): string | undefined {
  for (let at = from + step; at >= 0 && at < rows.length; at += step) {
    const row = rows[at];
    if (row !== undefined && !row.isGone) return row.item.id;
  }
  return undefined;
}

/** A key alone, not part of a shortcut of the browser or of a word that is being composed. */
function isPlain(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
