import type { FormEvent } from 'react';
import { formatPeriod } from '../../common/format';
import { useKept } from '../../common/kept/use-kept';
import { useLanguage } from '../../common/language-context';
import { ErrorSummary } from '../../common/ui/error-summary';
import type { FieldError } from '../../common/ui/field-error';
import { LineField } from '../ui/line-field';
import { SelectField } from '../ui/select-field';
import styles from './measurement-form.module.css';
import type { MeasuredTarget, MeasurementValues } from './measurement-values';
import { IntentFields } from './intent-fields';
import { NewestFigure } from './newest-figure';
import { periodChoices } from './period-choices';
import { useRecordMeasurement } from './use-record-measurement';
import { ValueField } from './value-field';

/** Target, period, value, source: one figure. */
export function MeasurementForm({ targets, today }: { targets: readonly MeasuredTarget[]; today: string }) {
  const { texts, language } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const [values, setValues] = useKept<MeasurementValues>('measurement', {
    ...NOTHING,
    period: periodChoices(today)[1] ?? '',
  });
  const { errors, done, standing, forget, record } = useRecordMeasurement();
  const target = targets.find((each) => isMeasured(each) && each.number === values.target);
  const periods = periodChoices(
    today,
    target?.indicator?.measurements.nodes.map(({ period }) => period),
  );
  // what was answered about one target and period says nothing about others
  const change = (changed: Partial<MeasurementValues>) => {
    const isElsewhere = changed.target !== undefined || changed.period !== undefined;
    if (isElsewhere) forget();
    setValues((current) => ({ ...current, ...(isElsewhere && ASKED_NOTHING), ...changed }));
  };
  const field = (id: keyof MeasurementValues) => ({
    id,
    value: values[id],
    errors,
    onChange: (text: string) => change({ [id]: text }),
  });
  const submit = async () => {
    if (await record(values, target)) setValues(leftOver(values));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void submit();
  };
  return (
    <form className={`card ${styles.form}`} onSubmit={onSubmit} noValidate>
      <ErrorSummary errors={errors} />
      <TargetField {...field('target')} targets={targets} target={target} />
      <SelectField
        {...field('period')}
        label={words.period}
        options={periods.map((period) => ({ value: period, text: formatPeriod(period, language) }))}
      />
      {standing !== null && <IntentFields standing={standing} values={values} errors={errors} onChange={change} />}
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

/** What stays in the form once a figure is recorded: what was typed while it was underway. */
function leftOver(sent: MeasurementValues): (current: MeasurementValues) => MeasurementValues {
  return (current) => ({
    ...current,
    ...ASKED_NOTHING,
    value: current.value === sent.value ? '' : current.value,
    note: current.note === sent.note ? '' : current.note,
  });
}

interface TargetFieldProps {
  id: string;
  value: string;
  errors: readonly FieldError[];
  onChange: (text: string) => void;
  targets: readonly MeasuredTarget[];
  target: MeasuredTarget | undefined;
}

/** The targets that a number measures, with what is known of the chosen one. */
function TargetField({ targets, target, ...field }: TargetFieldProps) {
  const { texts, pick } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const measured = targets.filter(isMeasured);
  const options = measured.map(({ number, shortName, shortNameEn }) => ({
    value: number,
    text: `${number} · ${pick(shortName, shortNameEn)}`,
  }));
  return (
    <SelectField
      {...field}
      label={words.target}
      options={[{ value: '', text: words.choose }, ...options]}
      note={
        <>
          {target !== undefined && <NewestFigure target={target} />}
          {measured.length < targets.length && <p className="muted">{words.qualitativeNote}</p>}
        </>
      }
    />
  );
}

function isMeasured({ comparator }: MeasuredTarget): boolean {
  return comparator !== 'QUALITATIVE';
}

const ASKED_NOTHING = { intent: '', reason: '' } as const;
const NOTHING: MeasurementValues = { target: '', period: '', value: '', source: '', note: '', ...ASKED_NOTHING };
