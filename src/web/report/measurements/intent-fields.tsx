import { formatNumber, formatPeriod } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { FieldError } from '../../common/ui/field-error';
import { LineField } from '../ui/line-field';
import { SelectField } from '../ui/select-field';
import type { MeasurementValues, StandingValue } from './measurement-values';

interface IntentFieldsProps {
  standing: StandingValue;
  values: MeasurementValues;
  errors: readonly FieldError[];
  onChange: (change: Partial<MeasurementValues>) => void;
}

/** Asks what a value is beside the one that is accepted for its period: a correction of that, with a reason, or another source's. */
export function IntentFields({ standing, values, errors, onChange }: IntentFieldsProps) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.measurements;
  return (
    <>
      <SelectField
        id="intent"
        label={words.intent(formatPeriod(standing.period, language), formatNumber(standing.value, language))}
        value={values.intent}
        errors={errors}
        onChange={(intent) => onChange({ intent: intent as MeasurementValues['intent'] })}
        options={[
          { value: '', text: words.intentChoose },
          { value: 'correction', text: words.intentCorrection },
          { value: 'other', text: words.intentOther },
        ]}
      />
      {values.intent === 'correction' && (
        <LineField
          id="reason"
          label={words.reason}
          value={values.reason}
          errors={errors}
          onChange={(reason) => onChange({ reason })}
        />
      )}
    </>
  );
}
