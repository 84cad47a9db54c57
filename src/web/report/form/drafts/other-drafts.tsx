import { useLanguage } from '../../../common/language-context';
import { compareValues } from '../compare-values';
import { forgetDraft, ownSlot } from './draft-store';
import type { ReportValues } from '../report-values';
import styles from '../standing.module.css';
import { useDrafts } from './use-drafts';
import type { ReportFormPlace } from '../report-form-place';

interface OtherDraftsProps {
  place: ReportFormPlace;
  values: ReportValues;
  onTake: (values: ReportValues) => void;
}

/** What was typed for the same report in another window of this browser, where it differs: it can be taken over or thrown away, and is never lost. */
export function OtherDrafts({ place: { item, period, viewerId }, values, onTake }: OtherDraftsProps) {
  const words = useLanguage<'report'>();
  const { drafts: texts } = words.texts.report;
  const place = { viewerId, code: item.code, period };
  const others = useDrafts(place)
    .filter(({ slot }) => slot !== ownSlot)
    .map((draft) => ({ draft, differences: compareValues(draft.values, values, item.milestones, words) }))
    .filter(({ differences }) => differences.length > 0);
  return others.map(({ draft, differences }) => (
    <div key={draft.slot} className={styles.correction} data-testid="other-draft">
      <strong>{texts.other}</strong>
      <ul>
        {differences.map(({ field, name, mine }) => (
          <li key={field}>
            {name}: {mine || words.texts.report.unsent.nothing}
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button" onClick={() => onTake(draft.values)}>
          {texts.take}
        </button>
        <button type="button" className="button" data-kind="quiet" onClick={() => forgetDraft(place, draft.slot)}>
          {texts.forget}
        </button>
      </div>
    </div>
  ));
}
