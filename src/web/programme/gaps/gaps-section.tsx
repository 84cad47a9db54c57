import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
import type { Gap } from '../model/derive-gaps';
import { Section } from '../ui/section';
import { GapCard } from './gap-card';
import styles from './gaps-section.module.css';

/** Everything that is missing, by kind; what is in order is said too. */
export function GapsSection({ gaps }: { gaps: readonly Gap[] | null }) {
  const words = useLanguage<'programme'>().texts.programme.gaps;
  return (
    <Section id="gaps" heading={words.heading} lead={words.lead} isLoading={gaps === null}>
      <div className={styles.grid}>
        {(gaps ?? []).map((gap) => (
          <RowBoundary key={gap.kind} of={gap} name={words.kinds[gap.kind].name}>
            <GapCard gap={gap} />
          </RowBoundary>
        ))}
      </div>
    </Section>
  );
}
