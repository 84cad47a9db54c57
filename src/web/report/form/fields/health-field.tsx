import type { Health } from '../../../generated/operations';
import { HEALTHS } from '../../../common/health';
import { useLanguage } from '../../../common/language-context';
import type { FieldError } from '../../../common/ui/field-error';
import { HealthLabel } from '../../../common/ui/health-label';
import styles from './health-field.module.css';
import type { ReportValues } from '../report-values';
import { TextField } from '../../ui/text-field';

interface HealthFieldProps {
  computed: Health;
  claimed: Health | null;
  reason: string;
  errors: readonly FieldError[];
  onChange: (part: Partial<ReportValues>) => void;
}

/** The status is computed; a unit that sees it differently says so and why. */
export function HealthField({ computed, claimed, reason, errors, onChange }: HealthFieldProps) {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.form;
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{words.health}</legend>
      <p className={styles.computed} data-testid="computed-health" aria-live="polite">
        <HealthLabel health={computed} /> <small>{words.healthComputed}</small>
      </p>
      <label className={styles.override}>
        <input
          type="checkbox"
          checked={claimed !== null}
          onChange={(event) => onChange({ claimedHealth: event.target.checked ? computed : null })}
        />
        {words.healthOverride}
      </label>
      {claimed !== null && (
        <>
          <div className={styles.choice}>
            <label htmlFor="claimedHealth">{words.healthClaim}</label>
            <select
              id="claimedHealth"
              className="input"
              value={claimed}
              onChange={(event) => onChange({ claimedHealth: event.target.value as Health })}
            >
              {HEALTHS.map((health) => (
                <option key={health} value={health}>
                  {texts.healths[health]}
                </option>
              ))}
            </select>
          </div>
          <TextField
            id="healthReason"
            label={words.healthReason}
            value={reason}
            errors={errors}
            onChange={(healthReason) => onChange({ healthReason })}
          />
        </>
      )}
    </fieldset>
  );
}
