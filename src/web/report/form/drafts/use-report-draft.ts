import { useRef, useState } from 'react';
import { newKey } from '../../../common/new-key';
import { type Draft, type DraftPlace, forgetDraft, ownSlot, readDrafts, writeDraft } from './draft-store';
import type { ReportValues } from '../report-values';

/** The draft behind a form. */
export interface ReportDraft extends Draft {
  /** Whether this device keeps what is typed. */
  isKept: boolean;
  change: (part: Partial<ReportValues>) => void;
  /** Keeps what is sent with its key, so that a try which loses its answer is no second report; what is typed is not touched. Gives the key. */
  keep: (sent: ReportValues) => string;
  /** The server has what was sent: it leaves the draft. What was typed since, or is something else, stays under another key. */
  settle: (sent: ReportValues) => void;
  /** The key has been used: the next try gets this one. */
  renewKey: () => string;
}

type DraftState = Draft & { isKept: boolean };

/** The values of a form, kept on this device at every change. */
export function useReportDraft(place: DraftPlace, initial: () => ReportValues): ReportDraft {
  const [state, setState] = useState<DraftState>(() => {
    const [kept] = readDrafts(place);
    if (kept === undefined) return { values: initial(), idempotencyKey: newKey(), isKept: false };
    return { values: kept.values, idempotencyKey: kept.idempotencyKey, isKept: true };
  });
  // what is typed while a report is underway must be known to what comes after its answer
  const latest = useRef(state);
  const set = (next: DraftState) => {
    latest.current = next;
    setState(next);
  };
  const save = (draft: Partial<Draft>) => {
    const next = { ...latest.current, ...draft, isKept: true };
    writeDraft(place, next);
    set(next);
  };
  return {
    ...state,
    change: (part) => save({ values: { ...latest.current.values, ...part } }),
    keep: (sent) => {
      save(latest.current.isKept ? {} : { values: sent });
      return latest.current.idempotencyKey;
    },
    settle: (sent) => {
      if (!isSame(latest.current.values, sent)) return save({ idempotencyKey: newKey() });
      forgetDraft(place, ownSlot);
      set({ ...latest.current, idempotencyKey: newKey(), isKept: false });
    },
    renewKey: () => {
      const idempotencyKey = newKey();
      save({ idempotencyKey });
      return idempotencyKey;
    },
  };
}

function isSame(a: ReportValues, b: ReportValues): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
