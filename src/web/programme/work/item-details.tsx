import { useLanguage } from '../../common/language-context';
import type { Item } from '../model/rows';
import styles from './item-details.module.css';
import { DeliverableLines, ResourceLines } from './item-means';

/** What else is known of an item: its full title, who answers for it, with what it is done, what it hands over, when it was last reported on. */
export function ItemDetails({ item }: { item: Item }) {
  const { texts, pick } = useLanguage<'programme'>();
  const words = texts.programme.work;
  const { ageDays, isStale } = item.freshness;
  const { approvalLevel: level } = item;
  return (
    <div className={styles.body}>
      <p>{pick(item.title, item.titleEn)}</p>
      <dl className={styles.facts}>
        <dt>{words.kind}</dt>
        <dd>{words.kinds[item.kind]}</dd>
        <dt>{words.product}</dt>
        <dd data-alarm={item.product === null}>
          {item.product === null ? words.unstated : <span lang="vi">{item.product}</span>}
        </dd>
        <dt>{words.authority}</dt>
        <dd data-alarm={level === null}>{level === null ? words.unstated : texts.programme.documents.levels[level]}</dd>
        <dt>{words.person}</dt>
        <dd data-alarm={item.responsiblePerson === null}>{item.responsiblePerson?.displayName ?? words.noPerson}</dd>
        <dt>{words.resources}</dt>
        <dd data-alarm={item.resources.nodes.length === 0}>
          <ResourceLines resources={item.resources.nodes} />
        </dd>
        {item.deliverables.length > 0 && (
          <>
            <dt>{words.deliverables}</dt>
            <dd>
              <DeliverableLines deliverables={item.deliverables} />
            </dd>
          </>
        )}
        <dt>{words.lastReport}</dt>
        <dd data-alarm={isStale}>{ageDays == null ? words.never : words.ageDays(ageDays)}</dd>
      </dl>
    </div>
  );
}
