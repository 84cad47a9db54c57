import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
import type { Agreement } from '../../generated/operations';
import { contradictionsIn, hasRoleConflict, roleConflictsIn } from '../model/count-alarms';
import type { Indicator } from '../model/rows';
import { Section } from '../ui/section';
import { IndicatorCard } from './indicator-card';
import styles from './agreement-section.module.css';

/** What contradicts comes first. */
const ORDER: readonly Agreement[] = ['CONTRADICTORY', 'DIFFERENT', 'SAME', 'SINGLE'];

/** Where programmes promise something on one indicator: whether these promises fit together. */
export function AgreementSection({ indicators }: { indicators: readonly Indicator[] | null }) {
  const words = useLanguage<'programme'>().texts.programme.agreement;
  const contradictions = contradictionsIn(indicators);
  const roleConflicts = roleConflictsIn(indicators);
  const sorted = [...(indicators ?? [])].sort(
    (one, other) =>
      Number(hasRoleConflict(other)) - Number(hasRoleConflict(one)) ||
      ORDER.indexOf(one.agreement) - ORDER.indexOf(other.agreement),
  );
  return (
    <Section id="agreement" heading={words.heading} lead={words.lead} isLoading={indicators === null}>
      <p className={styles.verdict} data-alarm={contradictions > 0} data-testid="agreement-verdict">
        {contradictions > 0 ? words.contradictory(contradictions) : words.noContradiction(sorted.length)}
      </p>
      {roleConflicts > 0 && (
        <p className={styles.verdict} data-alarm="true" data-testid="role-verdict">
          {words.roleConflicts(roleConflicts)}
        </p>
      )}
      <div className={styles.list}>
        {sorted.map((indicator) => (
          <RowBoundary key={indicator.code} of={indicator} name={indicator.name}>
            <IndicatorCard indicator={indicator} />
          </RowBoundary>
        ))}
      </div>
    </Section>
  );
}
