import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import type { Health } from '../../generated/operations';
import styles from './health-filter.module.css';

interface HealthFilterProps {
  counts: readonly { health: Health; count: number }[];
  chosen: Health | null;
  onChoose: (health: Health | null) => void;
}

/** Leaves only the items of one status in sight; pressing it again shows all. */
export function HealthFilter({ counts, chosen, onChoose }: HealthFilterProps) {
  const { texts } = useLanguage<'programme'>();
  return (
    <div className={styles.filter} role="group" aria-label={texts.programme.work.filter}>
      <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)}>
        {texts.programme.work.all}
      </button>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ health, count }) => (
          <button
            key={health}
            type="button"
            aria-pressed={chosen === health}
            onClick={() => onChoose(chosen === health ? null : health)}
          >
            <StatusShape health={health} /> {texts.healths[health]} <strong>{count}</strong>
          </button>
        ))}
    </div>
  );
}
