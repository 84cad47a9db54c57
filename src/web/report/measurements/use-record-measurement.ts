import { useState } from 'react';
import { formatExact, formatPeriod } from '../../common/format';
import { send } from '../../common/graphql/send';
import type { Language } from '../../common/language';
import { useLanguage } from '../../common/language-context';
import { newKey } from '../../common/new-key';
import { numberOf } from '../../common/read-number';
import { correctMeasurement, recordMeasurement } from '../operations';
import { type FieldError, fromUserErrors, messageOf } from '../../common/ui/field-error';
import {
  checkMeasurement,
  type MeasuredTarget,
  type MeasurementValues,
  type StandingValue,
} from './measurement-values';

interface RecordMeasurement {
  errors: readonly FieldError[];
  /** What was recorded last, in words. */
  done: string | null;
  /** The accepted value of the period, beside which the server did not take another one unasked; null where none is known. */
  standing: StandingValue | null;
  /** Forgets it: another target or period was chosen. */
  forget: () => void;
  /** Sends the figure; true when it was taken. */
  record: (values: MeasurementValues, target: MeasuredTarget | undefined) => Promise<boolean>;
}

/** Records figures; a figure that was refused or lost is sent again under the same key. A period that has a value already is asked about. */
export function useRecordMeasurement(): RecordMeasurement {
  const { texts, language, pick } = useLanguage<'report'>();
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [done, setDone] = useState<string | null>(null);
  const [standing, setStanding] = useState<StandingValue | null>(null);
  const [idempotencyKey, setKey] = useState(newKey);

  const refuse = (found: readonly FieldError[]) => {
    setErrors(found);
    if (found.some(({ code }) => code === 'IDEMPOTENCY_KEY_REUSED')) setKey(newKey());
    return false;
  };
  const record = async (values: MeasurementValues, target: MeasuredTarget | undefined) => {
    setDone(null);
    const found = checkMeasurement(values, standing, { texts, language });
    const value = numberOf(values.value, language);
    const indicatorId = target?.indicator?.id;
    if (found.length > 0 || target === undefined || indicatorId === undefined || value === null) return refuse(found);
    const { period } = values;
    try {
      const { measurement, userErrors } = await sendValue({
        values,
        standing,
        indicatorId,
        value,
        idempotencyKey,
        language,
      });
      if (userErrors.length > 0) {
        const isTaken = userErrors.some(({ code, path }) => code === 'CONFLICT' && path?.at(-1) === 'period');
        if (isTaken && measurement !== null) setStanding(measurement);
        return refuse(fromUserErrors(userErrors));
      }
    } catch (error) {
      return refuse([{ field: null, message: messageOf(error, texts.common.networkFailed) }]);
    }
    setErrors([]);
    setStanding(null);
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
  return { errors, done, standing, forget: () => setStanding(null), record };
}

interface ValueToSend {
  values: MeasurementValues;
  standing: StandingValue | null;
  indicatorId: string;
  value: number;
  idempotencyKey: string;
  language: Language;
}

/** A new value, or a correction of the one that stands. */
async function sendValue({ values, standing, indicatorId, value, idempotencyKey, language }: ValueToSend) {
  const source = values.source.trim();
  if (standing !== null && values.intent === 'correction') {
    const input = { measurementId: standing.id, value, reason: values.reason.trim(), source, idempotencyKey };
    return (await send(correctMeasurement, { input }, language)).correctMeasurement;
  }
  const isOtherSource = standing !== null && values.intent === 'other';
  const { period, note } = values;
  const input = {
    indicatorId,
    period,
    value,
    source,
    note: note.trim() || undefined,
    isOtherSource: isOtherSource || undefined,
    idempotencyKey,
  };
  return (await send(recordMeasurement, { input }, language)).recordMeasurement;
}
