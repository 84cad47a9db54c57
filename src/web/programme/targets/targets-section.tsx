import { useInstallation } from '../../common/installation-context';
import { useLanguage } from '../../common/language-context';
import { RowBoundary } from '../../common/ui/row-boundary';
import { useFeed } from '../../common/live/live-provider';
import type { Target } from '../model/rows';
import { Section } from '../ui/section';
import { TargetCard } from './target-card';
import styles from './targets-section.module.css';

/** What the programme promises: how far it is, and who answers for it. */
export function TargetsSection({ targets }: { targets: readonly Target[] }) {
  const { texts } = useLanguage<'programme'>();
  const words = texts.programme.targets;
  const installation = useInstallation();
  const today = useFeed().today ?? installation?.today ?? null;
  return (
    <Section id="targets" heading={words.heading} lead={words.lead} isLoading={false} aside={<Legend />}>
      <ul className={styles.grid}>
        {targets.map((target) => (
          <RowBoundary key={target.number} of={target} name={texts.targetLabel(target.number)} as="li">
            <TargetCard target={target} today={today} />
          </RowBoundary>
        ))}
      </ul>
    </Section>
  );
}

/** What the lines of the charts mean. */
function Legend() {
  const { legend } = useLanguage<'programme'>().texts.programme.targets;
  return (
    <ul className={styles.legend}>
      {(Object.keys(legend) as (keyof typeof legend)[]).map((line) => (
        <li key={line}>
          <span className={styles.sign} data-line={line} aria-hidden="true" />
          {legend[line]}
        </li>
      ))}
    </ul>
  );
}
