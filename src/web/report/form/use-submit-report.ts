import { useCallback, useState } from 'react';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { type FieldError, fromUserErrors, messageOf } from '../../common/ui/field-error';
import type { ProgressReportState, SubmitProgressReportInput } from '../../generated/operations';
import { submitProgressReport } from '../operations';

/** What the server gave for a report that it took. */
export interface Receipt {
  code: string;
  receivedAt: string;
  reportId: string | null;
  /** Where the report stands now: a key that was used before gives the report that it made then. */
  state: ProgressReportState;
  reviewNote: string | null;
  percentComplete: number;
  summary: string;
}

interface SubmitReport {
  isSending: boolean;
  /** Resolves with the receipt, or with what has to be put right; never rejects. */
  submit: (input: SubmitProgressReportInput) => Promise<Receipt | FieldError[]>;
}

/** Sends reports. */
export function useSubmitReport(): SubmitReport {
  const { language, texts } = useLanguage<'report'>();
  const [isSending, setSending] = useState(false);
  const networkFailed = texts.common.networkFailed;
  const submit = useCallback(
    async (input: SubmitProgressReportInput) => {
      setSending(true);
      try {
        const { submitProgressReport: payload } = await send(submitProgressReport, { input }, language);
        if (payload.receipt === null) return fromUserErrors(payload.userErrors);
        const { percentComplete, summary } = input;
        return {
          ...payload.receipt,
          reportId: payload.progressReport?.id ?? null,
          state: payload.progressReport?.state ?? 'SUBMITTED',
          reviewNote: payload.progressReport?.reviewNote ?? null,
          percentComplete,
          summary,
        };
      } catch (error) {
        return [{ field: null, message: messageOf(error, networkFailed) }];
      } finally {
        setSending(false);
      }
    },
    [language, networkFailed],
  );
  return { isSending, submit };
}
