import { formatDate } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import { SampleMark } from '../../common/ui/sample-mark';
import type { Target } from '../model/rows';
import { withoutMark } from '../model/without-mark';
import styles from './in-charge.module.css';

/** The members who answer for a target; the alarm where there are none. */
export function InCharge({ target }: { target: Target }) {
  const words = useLanguage<'programme'>().texts.programme.targets;
  const current = target.assignments.filter(({ isCurrent }) => isCurrent);
  if (target.isUnattended || current.length === 0) {
    const { unattendedSince: since } = target;
    return (
      <p className={styles.alarm} data-testid="unattended">
        <strong>{words.unattended}</strong>
        <span>{since === null ? words.neverAttended : words.unattendedSince(formatDate(since))}</span>
      </p>
    );
  }
  return (
    <div className={styles.charge}>
      <p className={styles.label}>{words.inCharge}</p>
      <ul>
        {current.map(({ membership, startsOn, isSample }) => (
          <li key={membership?.id}>
            <span lang="vi">{withoutMark(membership?.office ?? '')}</span> {isSample && <SampleMark />}{' '}
            <small>{words.since(formatDate(startsOn))}</small>
          </li>
        ))}
      </ul>
      {target.unattendedFrom !== null && (
        <p className={styles.coming} data-testid="unattended-from">
          {words.unattendedFrom(formatDate(target.unattendedFrom))}
        </p>
      )}
    </div>
  );
}
