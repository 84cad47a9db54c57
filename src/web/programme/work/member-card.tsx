import { useId } from 'react';
import { useLanguage } from '../../common/language-context';
import { StatusShape } from '../../common/status-shape';
import { SampleMark } from '../../common/ui/sample-mark';
import { countHealths } from '../model/count-healths';
import type { MemberGroup } from '../model/member-groups';
import { withoutMark } from '../model/without-mark';
import { ItemList } from './item-list';
import styles from './member-card.module.css';

/** One member: what this member answers for and directs. */
export function MemberCard({ group: { member, targets, items } }: { group: MemberGroup }) {
  const { texts } = useLanguage<'programme'>();
  const words = texts.programme;
  const id = useId();
  const labels = targets.map(({ number }) => texts.targetLabel(number)).join(', ');
  return (
    <section className={`card ${styles.card}`} aria-labelledby={id} data-member={member.id}>
      <div className={styles.top}>
        <div>
          <h3 id={id}>
            <span lang="vi">{withoutMark(member.office)}</span> {member.isSample && <SampleMark />}
          </h3>
          <p className={styles.role}>
            {[words.roles[member.role], words.work.count(items.length), labels !== '' && words.work.inCharge(labels)]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <ul className={styles.counts}>
          {countHealths(items)
            .filter(({ count }) => count > 0)
            .map(({ health, count }) => (
              <li key={health}>
                <StatusShape health={health} label={texts.healths[health]} /> {count}
              </li>
            ))}
        </ul>
      </div>
      <ItemList items={items} />
    </section>
  );
}
