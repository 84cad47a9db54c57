import { formatAmount, formatDate } from '../../common/format';
import { useLanguage } from '../../common/language-context';
import type { Item } from '../model/rows';
import styles from './item-means.module.css';

/** What an item is done with, a line each: the amount or the words, and how far it is decided. */
export function ResourceLines({ resources }: { resources: Item['resources']['nodes'] }) {
  const { texts, language } = useLanguage<'programme'>();
  const words = texts.programme.work;
  if (resources.length === 0) return words.unstated;
  return (
    <ul className={styles.lines}>
      {resources.map(({ kind, description, amount, currency, state }, index) => (
        <li key={index}>
          {amount !== null && currency !== null ? (
            formatAmount(amount, currency, language)
          ) : (
            <span lang="vi">{description ?? words.resourceKinds[kind]}</span>
          )}{' '}
          <small>{words.resourceStates[state]}</small>
        </li>
      ))}
    </ul>
  );
}

/** What an item hands over, a line each: when it is due, or was accepted; what is late is an alarm. */
export function DeliverableLines({ deliverables }: { deliverables: Item['deliverables'] }) {
  const { texts } = useLanguage<'programme'>();
  const words = texts.programme.work;
  return (
    <ul className={styles.lines}>
      {deliverables.map(({ number, title, dueOn, acceptedOn, daysLate }) => (
        <li key={number}>
          <span lang="vi">{title}</span>{' '}
          <small data-alarm={acceptedOn === null && daysLate > 0}>
            {acceptedOn !== null
              ? words.acceptedOn(formatDate(acceptedOn))
              : daysLate > 0
                ? words.daysLate(daysLate)
                : words.dueOn(formatDate(dueOn))}
          </small>
        </li>
      ))}
    </ul>
  );
}
