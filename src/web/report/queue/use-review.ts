import { useRef, useState } from 'react';
import type { QueuedReportFragment } from '../../generated/operations';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { messageOf } from '../../common/ui/field-error';
import { approveProgressReport, returnProgressReport } from '../operations';
import type { QueueKind } from './queue-kind';

interface Review {
  /** Both resolve with what stood in the way, or null when it was done; they never reject. */
  approve: (report: QueuedReportFragment) => Promise<string | null>;
  giveBack: (report: QueuedReportFragment, reason: string) => Promise<string | null>;
  /** What was done here, by report. */
  outcomes: ReadonlyMap<string, string>;
}

/** Answers reports as they were shown. A report is answered once, however often its key is pressed. */
export function useReview(kind: QueueKind): Review {
  const { language, texts } = useLanguage<'report'>();
  const words = texts.report.queue;
  const underway = useRef(new Set<string>());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, string>>(new Map());

  const answer = async (id: string, ask: () => Promise<readonly { message: string }[]>, done: string) => {
    if (underway.current.has(id)) return null;
    underway.current.add(id);
    try {
      const [refusal] = await ask();
      if (refusal !== undefined) return refusal.message;
      setOutcomes((known) => new Map([...known, [id, done]]));
      return null;
    } catch (error) {
      return messageOf(error, texts.common.networkFailed);
    } finally {
      underway.current.delete(id);
    }
  };

  const approve = ({ id, version, receiptCode }: QueuedReportFragment) => {
    const input = { progressReportId: id, expectedVersion: version };
    const ask = async () => (await send(approveProgressReport, { input }, language)).approveProgressReport.userErrors;
    return answer(id, ask, kind === 'unit' ? words.approved(receiptCode) : words.accepted(receiptCode));
  };
  const giveBack = ({ id, version, receiptCode }: QueuedReportFragment, reason: string) => {
    const input = { progressReportId: id, expectedVersion: version, reason };
    const ask = async () => (await send(returnProgressReport, { input }, language)).returnProgressReport.userErrors;
    return answer(id, ask, words.returned(receiptCode));
  };
  return { approve, giveBack, outcomes };
}
