import { useLanguage } from '../../common/language-context';
import { SampleMark } from '../../common/ui/sample-mark';
import type { MemberGroup } from '../model/member-groups';
import { withoutMark } from '../model/without-mark';
import styles from './members-without.module.css';

/** The members to whom no item was given. */
export function MembersWithout({ groups }: { groups: readonly MemberGroup[] }) {
  const words = useLanguage<'programme'>().texts.programme;
  if (groups.length === 0) return null;
  return (
    <div className={`card ${styles.card}`}>
      <h3>{words.work.without}</h3>
      <ul className={styles.list}>
        {groups.map(({ member }) => (
          <li key={member.id}>
            <span lang="vi">{withoutMark(member.office)}</span> {member.isSample && <SampleMark />}
            <small>{words.roles[member.role]}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
