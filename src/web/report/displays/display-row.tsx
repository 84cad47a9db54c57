import type { DisplaysQuery } from '../../generated/operations';
import { formatDateTime } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { Sighting } from './derive-sighting';
import styles from './display-row.module.css';

/** A meeting-room screen as the secretariat sees it. */
export type ListedDisplay = DisplaysQuery['displays']['nodes'][number];

interface DisplayRowProps {
  display: ListedDisplay;
  /** Null until the server has said. */
  sighting: Sighting | null;
  onRevoke: () => void;
}

/** One screen: where it hangs, since when, and whether it is there now. */
export function DisplayRow({ display, sighting, onRevoke }: DisplayRowProps) {
  const { texts, pick } = useLanguage<'report'>();
  const words = texts.report.displays;
  const { name, programme, createdAt, revokedAt } = display;
  const standing = () => {
    if (revokedAt !== null) return words.revokedAt(formatDateTime(revokedAt));
    if (sighting === null) return '';
    if (sighting.is === 'gone') return words.lastSeenAt(formatDateTime(sighting.since));
    return sighting.is === 'here' ? words.inUse : words.neverOpened;
  };
  return (
    <li
      className={`card ${styles.row}`}
      data-display={name}
      data-revoked={revokedAt !== null}
      data-sighting={sighting?.is}
    >
      <div>
        <strong>{name}</strong>
        <p className={styles.meta}>
          {programme !== null && `${pick(programme.shortName, programme.shortNameEn)} · `}
          {words.createdAt(formatDateTime(createdAt))}
        </p>
        <p className={styles.meta}>{standing()}</p>
      </div>
      {revokedAt === null && (
        <button type="button" className="button" data-kind="danger" onClick={onRevoke}>
          {words.revoke}
        </button>
      )}
    </li>
  );
}
