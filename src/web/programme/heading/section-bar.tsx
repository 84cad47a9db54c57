import { useLanguage } from '../../common/language-context';
import type { Gap } from '../model/derive-gaps';
import type { Indicator } from '../model/rows';
import { FreshnessChip } from './freshness-chip';
import { contradictionsIn, gapsIn, roleConflictsIn } from '../model/count-alarms';
import styles from './section-bar.module.css';

interface SectionBarProps {
  gaps: readonly Gap[] | null;
  indicators: readonly Indicator[] | null;
}

/** Stays in sight: the parts of the page with their alarms, and how fresh everything is. */
export function SectionBar({ gaps, indicators }: SectionBarProps) {
  const { sections, sectionNav } = useLanguage<'programme'>().texts.programme;
  const alarms: Record<keyof typeof sections, number> = {
    targets: gapsIn(gaps, ['unattended']),
    work: gapsIn(gaps, ['undirected']),
    documents: gapsIn(gaps, ['overdueDocuments']),
    gaps: gapsIn(gaps),
    agreement: contradictionsIn(indicators) + roleConflictsIn(indicators),
  };
  return (
    <div className={styles.bar}>
      <nav className={styles.nav} aria-label={sectionNav}>
        {(Object.keys(sections) as (keyof typeof sections)[]).map((section) => (
          <a key={section} href={`#${section}`}>
            {sections[section]} {alarms[section] > 0 && <span className={styles.count}>{alarms[section]}</span>}
          </a>
        ))}
      </nav>
      <FreshnessChip />
    </div>
  );
}
