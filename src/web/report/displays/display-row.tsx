import type { DisplaysQuery } from '../../generated/operations';
import { formatDateTime } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import styles from './display-row.module.css';

/** A meeting-room screen as the secretariat sees it. */
export type ListedDisplay = DisplaysQuery['displays']['nodes'][number];

/** One screen: where it hangs, since when, and whether its link still works. */
export function DisplayRow({ display, onRevoke }: { display: ListedDisplay; onRevoke: () => void }) {
  const { texts, pick } = useLanguage<'report'>();
  const words = texts.report.displays;
  const { name, programme, createdAt, revokedAt } = display;
  return (
    <li className={`card ${styles.row}`} data-display={name} data-revoked={revokedAt !== null}>
      <div>
        <strong>{name}</strong>
        <p className={styles.meta}>
          {programme !== null && `${pick(programme.shortName, programme.shortNameEn)} · `}
          {words.createdAt(formatDateTime(createdAt))}
        </p>
        <p className={styles.meta}>{revokedAt === null ? words.inUse : words.revokedAt(formatDateTime(revokedAt))}</p>
      </div>
      {revokedAt === null && (
        <button type="button" className="button" data-kind="danger" onClick={onRevoke}>
          {words.revoke}
        </button>
      )}
    </li>
  );
}
