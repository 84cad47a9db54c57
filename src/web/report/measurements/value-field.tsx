import { formatDelta, formatExact } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { FieldError } from '../../common/ui/field-error';
import { NumberField } from '../../common/ui/number-field';
import type { MeasuredTarget } from './measurement-values';

interface ValueFieldProps {
  id: string;
  target: MeasuredTarget | undefined;
  value: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
}

/** The measured value as typed, with what the page understood by it. */
export function ValueField({ target, ...field }: ValueFieldProps) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const form = texts.report.form;
  const unit = pick(target?.indicator?.unitOfMeasure ?? '', target?.indicator?.unitOfMeasureEn ?? '');
  const before = target?.latestMeasurement?.value;
  const understood = (value: number) => {
    const text = formatExact(value, language);
    return (
      <p>
        {before === undefined
          ? form.understoodFirst(text)
          : form.understood(text, formatDelta(value - before, language))}
      </p>
    );
  };
  return <NumberField {...field} label={unit === '' ? words.value : words.valueIn(unit)} understood={understood} />;
}
