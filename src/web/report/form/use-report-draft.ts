import { useCallback, useEffect, useState } from 'react';
import { newKey } from '../../shared/new-key';
import { forgetDraft, readDraft, writeDraft } from './draft-store';
import type { ReportValues } from './report-values';

const SAVE_AFTER_MS = 400;

interface DraftPlace {
  viewerId: string;
  code: string;
  period: string;
}

interface ReportDraft {
  values: ReportValues;
  change: (part: Partial<ReportValues>) => void;
  idempotencyKey: string;
  /** When this device last kept what is typed; null while nothing was typed. */
  savedAt: number | null;
  /** The server has the report: the draft is forgotten. */
  done: () => void;
  /** The key has been used for something else: the next try gets another one. */
  renewKey: () => void;
}

/** The values of a form, kept on this device while they are typed. */
export function useReportDraft({ viewerId, code, period }: DraftPlace, initial: () => ReportValues): ReportDraft {
  const [draft, setDraft] = useState(() => {
    const kept = readDraft(viewerId, code, period);
    return {
      values: kept?.values ?? initial(),
      key: kept?.idempotencyKey ?? newKey(),
      savedAt: kept?.savedAt ?? null,
      isNew: false,
    };
  });

  useEffect(() => {
    if (!draft.isNew) return undefined;
    const timer = setTimeout(() => {
      const savedAt = Date.now();
      writeDraft(viewerId, code, period, { values: draft.values, idempotencyKey: draft.key, savedAt });
      setDraft((current) => (current === draft ? { ...current, savedAt, isNew: false } : current));
    }, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, viewerId, code, period]);

  const change = useCallback((part: Partial<ReportValues>) => {
    setDraft((current) => ({ ...current, values: { ...current.values, ...part }, isNew: true }));
  }, []);
  const done = useCallback(() => forgetDraft(viewerId, code, period), [viewerId, code, period]);
  const renewKey = useCallback(() => setDraft((current) => ({ ...current, key: newKey(), isNew: true })), []);

  return { values: draft.values, change, idempotencyKey: draft.key, savedAt: draft.savedAt, done, renewKey };
}
