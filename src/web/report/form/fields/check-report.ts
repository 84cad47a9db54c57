import type { SubmitProgressReportInput } from '../../../generated/operations';
import type { Language } from '../../../common/language';
import { readNumber } from '../../../common/read-number';
import type { PageTexts } from '../../../common/texts/texts';
import type { FieldError } from '../../../common/ui/field-error';
import type { FormItem, ReportValues } from '../report-values';

/** How long “kết quả nổi bật” may be. */
export const SUMMARY_LENGTH = 300;

/** Which reasons the page or the server asks for. */
export interface AskedReasons {
  decrease: boolean;
  lateness: boolean;
}

/** What a report says, as the server takes it. */
export type Content = Omit<SubmitProgressReportInput, 'idempotencyKey' | 'workItemId' | 'period'>;

/** Whether a number can be a percentage complete. Two decimals are kept of one, so more are not taken. */
export function isPercent(value: number): boolean {
  return value >= 0 && value <= 100 && Number(value.toFixed(2)) === value;
}

/** A percentage as typed, or null when it is none. */
export function parsePercent(text: string, language: Language): number | null {
  const reading = readNumber(text, language);
  const values = reading.kind === 'ambiguous' ? reading.values : reading.kind === 'number' ? [reading.value] : [];
  return values.find(isPercent) ?? null;
}

/** Which reasons a report needs: the number fell, or its due date has passed. */
export function neededReasons(
  item: FormItem,
  values: ReportValues,
  { today, language }: { today: string; language: Language },
): AskedReasons {
  const percent = parsePercent(values.percent, language);
  return {
    decrease: percent !== null && percent < item.percentComplete,
    lateness: item.openCycle !== null && item.openCycle.dueOn < today,
  };
}

/** What has to be put right before sending, in the order of the fields. */
export function checkReport(
  values: ReportValues,
  asked: AskedReasons,
  { texts, language }: { texts: Pick<PageTexts, 'report'>; language: Language },
): FieldError[] {
  const words = texts.report.form;
  const errors: (FieldError | false)[] = [
    parsePercent(values.percent, language) === null && { field: 'percentComplete', message: words.percentInvalid },
    asked.decrease &&
      isBlank(values.decreaseReason) && { field: 'decreaseReason', message: words.decreaseReasonMissing },
    values.claimedHealth !== null &&
      isBlank(values.healthReason) && { field: 'healthReason', message: words.healthReasonMissing },
    isBlank(values.summary) && { field: 'summary', message: words.summaryMissing },
    values.summary.length > SUMMARY_LENGTH && { field: 'summary', message: words.summaryTooLong },
    asked.lateness &&
      isBlank(values.latenessReason) && { field: 'latenessReason', message: words.latenessReasonMissing },
  ];
  return errors.filter((error) => error !== false);
}

/** The values as the server takes them; empty texts are left out. */
export function toContent(values: ReportValues, asked: AskedReasons, language: Language): Content {
  return {
    percentComplete: parsePercent(values.percent, language) ?? 0,
    summary: values.summary.trim(),
    difficulties: given(values.difficulties),
    proposals: given(values.proposals),
    milestoneIds: [...values.milestoneIds],
    claimedHealth: values.claimedHealth ?? undefined,
    healthReason: values.claimedHealth === null ? undefined : given(values.healthReason),
    decreaseReason: asked.decrease ? given(values.decreaseReason) : undefined,
    latenessReason: asked.lateness ? given(values.latenessReason) : undefined,
  };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function given(text: string): string | undefined {
  return isBlank(text) ? undefined : text.trim();
}
