import type { FormEvent } from 'react';
import { formatPeriod } from '../../common/format';
import { useKept } from '../../common/kept/use-kept';
import { useLanguage } from '../../common/language-context';
import { ErrorSummary } from '../../common/ui/error-summary';
import { LineField } from '../ui/line-field';
import { SelectField } from '../ui/select-field';
import styles from './measurement-form.module.css';
import type { MeasuredTarget, MeasurementValues } from './measurement-values';
import { NewestFigure } from './newest-figure';
import { periodChoices } from './period-choices';
import { useRecordMeasurement } from './use-record-measurement';
import { ValueField } from './value-field';

/** Target, period, value, source: one figure. */
export function MeasurementForm({ targets, today }: { targets: readonly MeasuredTarget[]; today: string }) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const periods = periodChoices(today);
  const [values, setValues] = useKept<MeasurementValues>('measurement', { ...NOTHING, period: periods[1] ?? '' });
  const { errors, done, record } = useRecordMeasurement();
  const target = targets.find(({ number }) => number === values.target);
  const field = (id: keyof MeasurementValues) => ({
    id,
    value: values[id],
    errors,
    onChange: (text: string) => setValues((current) => ({ ...current, [id]: text })),
  });
  const submit = async () => {
    if (!(await record(values, target))) return;
    // what was typed while the figure was underway stays
    const left = (field: 'value' | 'note', current: MeasurementValues) =>
      current[field] === values[field] ? '' : current[field];
    setValues((current) => ({ ...current, value: left('value', current), note: left('note', current) }));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  const targetOptions = targets.map(({ number, shortName, shortNameEn }) => ({
    value: number,
    text: `${number} · ${pick(shortName, shortNameEn)}`,
  }));

  return (
    <form className={`card ${styles.form}`} onSubmit={onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <SelectField
        {...field('target')}
        label={words.target}
        options={[{ value: '', text: words.choose }, ...targetOptions]}
        note={target !== undefined && <NewestFigure target={target} />}
      />
      <SelectField
        {...field('period')}
        label={words.period}
        options={periods.map((period) => ({ value: period, text: formatPeriod(period, language) }))}
      />
      <ValueField target={target} {...field('value')} />
      <LineField {...field('source')} label={words.source} hint={words.sourceHint} />
      <LineField {...field('note')} label={words.note} />
      <div className="actions">
        <button className="button" data-kind="primary" type="submit">
          {words.send}
        </button>
        <p className={styles.done} role="status">
          {done}
        </p>
      </div>
    </form>
  );
}

const NOTHING: MeasurementValues = { target: '', period: '', value: '', source: '', note: '' };
