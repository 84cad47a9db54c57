import { useState } from 'react';
import { useLanguage } from '../../common/language-context';
import type { Health, ProgrammeWorkQuery } from '../../generated/operations';
import { countHealths } from '../model/count-healths';
import { memberGroups } from '../model/member-groups';
import type { Item, Target } from '../model/rows';
import { Section } from '../ui/section';
import { HealthFilter } from './health-filter';
import { ItemList } from './item-list';
import { MemberCard } from './member-card';
import { MembersWithout } from './members-without';
import styles from './work-section.module.css';

interface WorkSectionProps {
  work: ProgrammeWorkQuery | null;
  targets: readonly Target[];
}

/** Who of the committee directs which items, and those that nobody directs. */
export function WorkSection({ work, targets }: WorkSectionProps) {
  const words = useLanguage<'programme'>().texts.programme.work;
  const [health, setHealth] = useState<Health | null>(null);
  const list = work?.programme?.workItems;
  return (
    <Section
      id="work"
      heading={words.heading}
      lead={words.lead}
      isLoading={work === null}
      aside={list && <HealthFilter counts={countHealths(list.nodes)} chosen={health} onChoose={setHealth} />}
    >
      {list && list.totalCount > list.nodes.length && (
        <p className="muted">{words.shownOf(list.nodes.length, list.totalCount)}</p>
      )}
      {work !== null && list && <Groups work={work} items={list.nodes} targets={targets} health={health} />}
    </Section>
  );
}

interface GroupsProps {
  work: ProgrammeWorkQuery;
  items: readonly Item[];
  targets: readonly Target[];
  health: Health | null;
}

function Groups({ work, items, targets, health }: GroupsProps) {
  const words = useLanguage<'programme'>().texts.programme.work;
  const chosen = items.filter((item) => health === null || item.health === health);
  const members = work.committeeMemberships.nodes;
  const { groups, undirected } = memberGroups(members, work.workItemOversights.nodes, chosen, targets);
  const busy = groups.filter(({ items: directed }) => directed.length > 0);
  const all = memberGroups(members, work.workItemOversights.nodes, items, targets).groups;
  return (
    <>
      {undirected.length > 0 && (
        <div className={`card ${styles.undirected}`} data-testid="undirected">
          <h3>
            {words.undirected} <span className={styles.count}>{undirected.length}</span>
          </h3>
          <ItemList items={undirected} />
        </div>
      )}
      {chosen.length === 0 && <p>{words.nobodyHere}</p>}
      <div className={styles.members}>
        {busy.map((group) => (
          <MemberCard key={group.member.id} group={group} />
        ))}
      </div>
      {health === null && <MembersWithout groups={all.filter(({ items: directed }) => directed.length === 0)} />}
    </>
  );
}
