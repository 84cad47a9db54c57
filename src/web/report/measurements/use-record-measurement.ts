import { useState } from 'react';
import { formatExact, formatPeriod } from '../../common/format';
import { send } from '../../common/graphql/send';
import { useLanguage } from '../../common/language-context';
import { newKey } from '../../common/new-key';
import { recordMeasurement } from '../operations';
import { numberOf } from '../../common/read-number';
import { type FieldError, fromUserErrors, messageOf } from '../../common/ui/field-error';
import { checkMeasurement, type MeasuredTarget, type MeasurementValues } from './measurement-values';

interface RecordMeasurement {
  errors: readonly FieldError[];
  /** What was recorded last, in words. */
  done: string | null;
  /** Sends the figure; true when it was taken. */
  record: (values: MeasurementValues, target: MeasuredTarget | undefined) => Promise<boolean>;
}

/** Records figures; a figure that was refused or lost is sent again under the same key. */
export function useRecordMeasurement(): RecordMeasurement {
  const { texts, language, pick } = useLanguage<'report'>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const [idempotencyKey, setKey] = useState(newKey);

  const refuse = (found: readonly FieldError[]) => {
    setErrors(found);
    if (found.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED')) setKey(newKey());
    return false;
  };
  const record = async (values: MeasurementValues, target: MeasuredTarget | undefined) => {
    setDone(null);
    const found = checkMeasurement(values, { texts, language });
    const value = numberOf(values.value, language);
    const indicatorId = target?.indicator?.id;
    if (found.length > 0 || target === undefined || indicatorId === undefined || value === null) return refuse(found);
    const { period, source, note } = values;
    const input = { indicatorId, period, value, source: source.trim(), note: note.trim() || undefined, idempotencyKey };
    try {
      const { userErrors } = (await send(recordMeasurement, { input }, language)).recordMeasurement;
      if (userErrors.length > 0) return refuse(fromUserErrors(userErrors));
    } catch (error) {
      return refuse([{ field: null, message: messageOf(error, texts.common.networkFailed) }]);
    }
    setErrors([]);
    setKey(newKey());
    setDone(
      texts.report.measurements.done(
        pick(target.shortName, target.shortNameEn),
        formatExact(value, language),
        formatPeriod(period, language),
      ),
    );
    return true;
  };
  return { errors, done, record };
}
