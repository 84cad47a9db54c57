import type { MeasurementFormQuery } from '../../generated/operations';
import type { Language } from '../../common/language';
import { readNumber } from '../../common/read-number';
import type { PageTexts } from '../../common/texts/texts';
import type { FieldError } from '../../common/ui/field-error';

/** A target with its indicator and newest figure. */
export type MeasuredTarget = NonNullable<MeasurementFormQuery['programme']>['targets']['nodes'][number];

/** What stands in the fields, as typed. */
export interface MeasurementValues {
  target: string;
  period: string;
  value: string;
  source: string;
  note: string;
  /** What the value is beside one that is accepted for the period already: asked once the server has said that there is one. */
  intent: '' | 'correction' | 'other';
  /** Why what is there is corrected. */
  reason: string;
}

/** The accepted value of the period that is chosen. */
export interface StandingValue {
  id: string;
  period: string;
  value: number;
}

/** What has to be put right before a figure is sent. */
export function checkMeasurement(
  values: MeasurementValues,
  standing: StandingValue | null,
  { texts, language }: { texts: Pick<PageTexts, 'report'>; language: Language },
): FieldError[] {
  const words = texts.report.measurements;
  const { kind } = readNumber(values.value, language);
  const errors: (FieldError | false)[] = [
    values.target === '' && { field: 'target', message: words.targetMissing },
    kind === 'none' && { field: 'value', message: words.valueInvalid },
    kind === 'ambiguous' && { field: 'value', message: words.valueAmbiguous },
    values.source.trim() === '' && { field: 'source', message: words.sourceMissing },
    standing !== null && values.intent === '' && { field: 'intent', message: words.intentMissing },
    standing !== null &&
      values.intent === 'correction' &&
      values.reason.trim() === '' && { field: 'reason', message: words.reasonMissing },
  ];
  return errors.filter((error) => error !== false);
}
