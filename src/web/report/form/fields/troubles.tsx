import type { Health } from '../../../generated/operations';
import { useLanguage } from '../../../common/language-context';
import type { FieldError } from '../../../common/ui/field-error';
import type { ReportValues } from '../report-values';
import { TextField } from '../../ui/text-field';
import styles from './troubles.module.css';

interface TroublesProps {
  values: ReportValues;
  health: Health;
  errors: readonly FieldError[];
  onChange: (part: Partial<ReportValues>) => void;
}

/** Difficulties and proposals: asked for when the status is not good, at hand otherwise. */
export function Troubles({ values, health, errors, onChange }: TroublesProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  const isTroubled = health === 'AT_RISK' || health === 'OVERDUE';
  return (
    <details className={styles.more} open={isTroubled}>
      <summary>{words.more}</summary>
      <div className={styles.fields}>
        <TextField
          id="difficulties"
          label={words.difficulties}
          hint={isTroubled ? words.difficultiesHint : undefined}
          value={values.difficulties}
          errors={errors}
          onChange={(difficulties) => onChange({ difficulties })}
        />
        <TextField
          id="proposals"
          label={words.proposals}
          value={values.proposals}
          errors={errors}
          onChange={(proposals) => onChange({ proposals })}
        />
      </div>
    </details>
  );
}
