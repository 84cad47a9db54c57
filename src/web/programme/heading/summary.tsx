import { useLanguage } from '../../common/language-context';
import { countHealths } from '../model/count-healths';
import type { Gap } from '../model/derive-gaps';
import type { Indicator, Rows } from '../model/rows';
import { contradictionsIn, gapsIn, roleConflictsIn } from '../model/count-alarms';
import { HealthBar } from './health-bar';
import { worstItems, worstTargets } from './worst-rows';
import styles from './summary.module.css';

interface SummaryProps {
  rows: Rows;
  gaps: readonly Gap[] | null;
  indicators: readonly Indicator[] | null;
}

/** The whole programme at a glance: what needs attention, its targets, its items. */
export function Summary({ rows, gaps, indicators }: SummaryProps) {
  const language = useLanguage<'programme'>();
  const words = language.texts.programme;
  return (
    <section className={styles.summary} aria-label={words.summary.heading}>
      <Alarms gaps={gaps ?? []} indicators={indicators} />
      <HealthBar
        title={words.summary.targets(rows.targets.length)}
        counts={countHealths(rows.targets)}
        hasSample={rows.targets.some(({ latestMeasurement }) => latestMeasurement?.isSample === true)}
        worst={worstTargets(rows.targets, language)}
        href="#targets"
      />
      <HealthBar
        title={words.summary.items(rows.items.length)}
        counts={countHealths(rows.items)}
        hasSample={rows.items.some(({ isSample }) => isSample)}
        worst={worstItems(rows.items, language)}
        href="#work"
      />
    </section>
  );
}

function Alarms({ gaps, indicators }: { gaps: readonly Gap[]; indicators: readonly Indicator[] | null }) {
  const { programme } = useLanguage<'programme'>().texts;
  const conflicts = [
    { name: programme.agreement.words.CONTRADICTORY, count: contradictionsIn(indicators) },
    { name: programme.agreement.roles.UNNAMED, count: roleConflictsIn(indicators) },
  ].filter(({ count }) => count > 0);
  const total = gapsIn(gaps) + conflicts.reduce((sum, { count }) => sum + count, 0);
  const open = gaps.filter(({ rows }) => rows.length > 0);
  return (
    <div className={`card ${styles.card}`} data-alarm={total > 0}>
      <h2 className={styles.title}>
        <a href="#gaps">{programme.summary.gaps}</a> <strong data-testid="alarm-count">{total}</strong>
      </h2>
      {total === 0 && <p>{programme.summary.nothing}</p>}
      <ul className={styles.alarms}>
        {open.map(({ kind, rows }) => (
          <li key={kind}>
            <a href={`#gap-${kind}`}>{programme.gaps.kinds[kind].name}</a> <strong>{rows.length}</strong>
          </li>
        ))}
        {conflicts.map(({ name, count }) => (
          <li key={name}>
            <a href="#agreement">{name}</a> <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
