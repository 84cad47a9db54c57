import { useRef, useState } from 'react';
import { formatNumber } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { FieldError } from '../../common/ui/field-error';
import type { Health } from '../../generated/operations';
import { type AskedReasons, checkReport, neededReasons, parsePercent, toContent } from './fields/check-report';
import type { ReportFormPlace } from './report-form-place';
import { initialValues, type ReportValues } from './report-values';
import { suggestHealth } from './fields/suggest-health';
import { useReportDraft } from './drafts/use-report-draft';
import { useSendDraft } from './use-send-draft';

/** What the form shows and can do. */
export interface ReportFormState {
  values: ReportValues;
  change: (part: Partial<ReportValues>) => void;
  /** Whether this device keeps what is typed. */
  isKept: boolean;
  asked: AskedReasons;
  /** The status that the server would compute from these values. */
  health: Health;
  /** What was wrong with the last try. */
  errors: readonly FieldError[];
  /** The same, without the fields that were changed since. */
  fieldErrors: readonly FieldError[];
  isSending: boolean;
  /** Sends a copy of these values; the fields stay open meanwhile. */
  sendReport: (values: ReportValues) => Promise<void>;
}

/** The behaviour of the report form: values, what is asked for, sending, and what came back. */
export function useReportForm(place: ReportFormPlace): ReportFormState {
  const { item, period, today, viewerId, onReceived } = place;
  const { texts, language } = useLanguage<'report'>();
  const draft = useReportDraft({ viewerId, code: item.code, period }, () =>
    initialValues(item, (value) => formatNumber(value, language)),
  );
  const { sendUnderKey, isSending } = useSendDraft(place, draft);
  const underway = useRef(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [changed, setChanged] = useState<readonly string[]>([]);
  const [askedByServer, setAskedByServer] = useState<AskedReasons>({ decrease: false, lateness: false });
  const askedFor = (values: ReportValues): AskedReasons => {
    const needed = neededReasons(item, values, { today, language });
    return { decrease: needed.decrease || askedByServer.decrease, lateness: needed.lateness || askedByServer.lateness };
  };

  const sendReport = async (values: ReportValues) => {
    if (underway.current) return;
    setChanged([]);
    const asked = askedFor(values);
    const found = checkReport(values, asked, { texts, language });
    if (found.length > 0) return setErrors(found);
    underway.current = true;
    const answer = await sendUnderKey(values, toContent(values, asked, language));
    underway.current = false;
    if (!Array.isArray(answer)) {
      draft.settle(values);
      return onReceived(answer);
    }
    const codes = answer.map(({ code }) => code);
    setAskedByServer({
      decrease: askedByServer.decrease || codes.includes('DECREASE_REASON_REQUIRED'),
      lateness: askedByServer.lateness || codes.includes('LATENESS_REASON_REQUIRED'),
    });
    setErrors(answer);
  };

  const { values, isKept } = draft;
  const change = (part: Partial<ReportValues>) => {
    draft.change(part);
    setChanged((names) => [...new Set([...names, ...Object.keys(part)])]);
  };
  const percent = parsePercent(values.percent, language) ?? item.percentComplete;
  const health = suggestHealth({ ...item, percent, today, reachedIds: values.milestoneIds });
  const fieldErrors = errors.filter(
    ({ field }) => !changed.includes(field === 'percentComplete' ? 'percent' : (field ?? '')),
  );
  return { values, change, isKept, asked: askedFor(values), health, errors, fieldErrors, isSending, sendReport };
}
