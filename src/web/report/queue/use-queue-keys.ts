import type { QueuedReportFragment } from '../../generated/operations';
import { useEffect, useState } from 'react';

type Act = (report: QueuedReportFragment) => void;

/** J and K move through a queue, A approves, R returns what is selected; not while something is typed or a dialog is open. */
export function useQueueKeys(
  reports: readonly QueuedReportFragment[],
  isActive: boolean,
  approve: Act,
  giveBack: Act,
): [string | null, (id: string) => void] {
  const [chosen, setChosen] = useState<string | null>(null);
  const index = Math.max(
    0,
    reports.findIndex(({ id }) => id === chosen),
  );
  const selected = reports[index];

  useEffect(() => {
    const move = (to: number) => {
      const next = reports[Math.min(reports.length - 1, Math.max(0, to))];
      if (next === undefined) return;
      setChosen(next.id);
      document.getElementById(`report-${next.id}`)?.scrollIntoView({ block: 'nearest' });
    };
    const onKey = (event: KeyboardEvent) => {
      if (
        !isActive ||
        selected === undefined ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target)
      )
        return;
      const actions: Record<string, () => void> = {
        j: () => move(index + 1),
        k: () => move(index - 1),
        a: () => approve(selected),
        r: () => giveBack(selected),
      };
      const action = actions[event.key.toLowerCase()];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return [selected?.id ?? null, setChosen];
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
}
