import { formatDateTime } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { FieldError } from '../../common/ui/field-error';
import type { Content } from './fields/check-report';
import { currentReport, isKnown, type ReportValues } from './report-values';
import type { ReportDraft } from './drafts/use-report-draft';
import type { ReportFormPlace } from './report-form-place';
import { type Receipt, useSubmitReport } from './use-submit-report';

interface SendDraft {
  isSending: boolean;
  /** Sends content made of these values under the draft's key; resolves with the receipt, or with what has to be put right. */
  sendUnderKey: (values: ReportValues, content: Content) => Promise<Receipt | FieldError[]>;
}

/**
 * Sends drafts. A key that was used for other content, or that made a report which was returned or withdrawn since, gives way to a new one: at once
 * where the reader was shown that report, and else only after saying what became of it.
 */
export function useSendDraft({ item, period }: ReportFormPlace, draft: ReportDraft): SendDraft {
  const { texts } = useLanguage<'report'>();
  const { submit, isSending } = useSubmitReport();
  const sendUnderKey = async (values: ReportValues, content: Content): Promise<Receipt | FieldError[]> => {
    const expectedVersion = currentReport(item)?.version;
    const under = (idempotencyKey: string) =>
      submit({ ...content, workItemId: item.id, period, expectedVersion, idempotencyKey });
    const first = await under(draft.keep(values));
    if (Array.isArray(first)) {
      return first.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED') ? under(draft.renewKey()) : first;
    }
    if (first.state !== 'RETURNED' && first.state !== 'WITHDRAWN') return first;
    const key = draft.renewKey();
    if (isKnown(item, first.code)) return under(key);
    const words = texts.report.form.sentBefore[first.state];
    return [{ field: null, message: words(first.code, formatDateTime(first.receivedAt), first.reviewNote ?? '') }];
  };
  return { sendUnderKey, isSending };
}
