import { useLanguage } from '../../../common/language-context';
import { TextField } from '../../ui/text-field';
import { HealthField } from './health-field';
import { MilestoneField } from './milestone-field';
import { PercentField } from './percent-field';
import { type FormItem, lastAccepted } from '../report-values';
import { SummaryField } from './summary-field';
import { Troubles } from './troubles';
import type { ReportFormState } from '../use-report-form';

/** The fields of a report in the order in which they are thought of. */
export function ReportFields({ item, form }: { item: FormItem; form: ReportFormState }) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  const { values, change, asked, health, fieldErrors: errors } = form;
  const last = lastAccepted(item);
  const reason = (id: 'decreaseReason' | 'latenessReason') => (
    <TextField
      id={id}
      label={words[id]}
      value={values[id]}
      errors={errors}
      onChange={(text) => change({ [id]: text })}
    />
  );
  return (
    <>
      <PercentField
        value={values.percent}
        before={last?.percentComplete ?? null}
        errors={errors}
        onChange={(percent) => change({ percent })}
      />
      {asked.decrease && reason('decreaseReason')}
      <MilestoneField
        milestones={item.milestones}
        chosen={values.milestoneIds}
        onChange={(milestoneIds) => change({ milestoneIds })}
      />
      <HealthField
        computed={health}
        claimed={values.claimedHealth}
        reason={values.healthReason}
        errors={errors}
        onChange={change}
      />
      <SummaryField
        value={values.summary}
        last={last?.summary ?? null}
        errors={errors}
        onChange={(summary) => change({ summary })}
      />
      <Troubles values={values} health={values.claimedHealth ?? health} errors={errors} onChange={change} />
      {asked.lateness && reason('latenessReason')}
    </>
  );
}
