import { formatDate, formatPercent } from '../../../common/format';
import { useLanguage } from '../../../common/language-context';
import styles from './milestone-field.module.css';
import type { FormItem } from '../report-values';

interface MilestoneFieldProps {
  milestones: FormItem['milestones'];
  chosen: readonly string[];
  onChange: (ids: string[]) => void;
}

/** The steps of the item: those already accepted are told, the others can be ticked. */
export function MilestoneField({ milestones, chosen, onChange }: MilestoneFieldProps) {
  const { texts, language, pick } = useLanguage<'report'>();
  const words = texts.report.form;
  if (milestones.length === 0) return null;
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id));
  return (
    <fieldset id="milestoneIds" tabIndex={-1}>
      <legend className={styles.legend}>{words.milestones}</legend>
      <ul>
        {milestones.map(({ id, title, titleEn, dueOn, plannedPercent, reachedOn }) => (
          <li key={id}>
            <label className={styles.milestone}>
              <input
                type="checkbox"
                checked={reachedOn !== null || chosen.includes(id)}
                disabled={reachedOn !== null}
                onChange={(event) => toggle(id, event.target.checked)}
              />
              <span>
                {pick(title, titleEn)}{' '}
                <small>
                  {reachedOn !== null
                    ? words.milestoneReached(formatDate(reachedOn))
                    : words.milestoneDue(formatDate(dueOn), formatPercent(plannedPercent, language))}
                </small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
