import type { QueuedReportFragment } from '../../generated/operations';
import { useCallback, useRef, useState } from 'react';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { approveProgressReport, returnProgressReport } from '../operations';
import { messageOf } from '../../common/ui/field-error';

interface Review {
  approve: (report: QueuedReportFragment) => Promise<void>;
  giveBack: (report: QueuedReportFragment, reason: string) => Promise<void>;
  /** What was done last. */
  outcome: string | null;
  failure: string | null;
}

/** Answers reports; the live queue then drops them. A report is answered once, however often its key is pressed. */
export function useReview(): Review {
  const { language, texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  const underway = useRef(new Set<string>());
  const [outcome, setOutcome] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const answer = useCallback(
    async ({ id }: QueuedReportFragment, ask: () => Promise<readonly { message: string }[]>, done: string) => {
      if (underway.current.has(id)) return;
      underway.current.add(id);
      try {
        const [refusal] = await ask();
        setFailure(refusal?.message ?? null);
        if (refusal === undefined) setOutcome(done);
      } catch (error) {
        setFailure(messageOf(error, texts.common.networkFailed));
      } finally {
        underway.current.delete(id);
      }
    },
    [texts],
  );

  const approve = (report: QueuedReportFragment) => {
    const input = { progressReportId: report.id, expectedVersion: report.version };
    const ask = async () => (await send(approveProgressReport, { input }, language)).approveProgressReport.userErrors;
    return answer(report, ask, words.approved(report.receiptCode));
  };
  const giveBack = (report: QueuedReportFragment, reason: string) => {
    const input = { progressReportId: report.id, reason };
    const ask = async () => (await send(returnProgressReport, { input }, language)).returnProgressReport.userErrors;
    return answer(report, ask, words.returned(report.receiptCode));
  };
  return { approve, giveBack, outcome, failure };
}
