import { useCallback, useState } from 'react';
import { newKey } from '../../common/new-key';
import { type Draft, forgetDraft, readDraft, writeDraft } from './draft-store';
import type { ReportValues } from './report-values';

interface DraftPlace {
  viewerId: string;
  code: string;
  period: string;
}

interface ReportDraft extends Draft {
  /** Whether this device keeps what is typed. */
  isKept: boolean;
  change: (part: Partial<ReportValues>) => void;
  /** Keeps the draft with its key, so that a try which loses its answer is no second report after the page was closed. */
  keep: () => void;
  /** The server has the report: the draft is forgotten. */
  done: () => void;
  /** The key has been used for something else: the next try gets another one. */
  renewKey: () => void;
}

/** The values of a form, kept on this device at every change. */
export function useReportDraft({ viewerId, code, period }: DraftPlace, initial: () => ReportValues): ReportDraft {
  const [state, setState] = useState<Draft & { isKept: boolean }>(() => {
    const kept = readDraft(viewerId, code, period);
    return kept === null ? { values: initial(), idempotencyKey: newKey(), isKept: false } : { ...kept, isKept: true };
  });
  const { values, idempotencyKey, isKept } = state;

  const save = useCallback(
    (draft: Draft) => {
      writeDraft(viewerId, code, period, draft);
      setState({ ...draft, isKept: true });
    },
    [viewerId, code, period],
  );
  return {
    values,
    idempotencyKey,
    isKept,
    change: (part) => save({ idempotencyKey, values: { ...values, ...part } }),
    keep: () => save({ idempotencyKey, values }),
    done: () => forgetDraft(viewerId, code, period),
    renewKey: () => save({ values, idempotencyKey: newKey() }),
  };
}
