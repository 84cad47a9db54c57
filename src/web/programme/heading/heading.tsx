import { formatDate, quarterOf } from '../../common/format';
import { useInstallation } from '../../common/installation-context';
import { useLanguage } from '../../common/language-context';
import { ViewHeading } from '../../common/ui/view-heading';
import { useFeed } from '../../common/live/live-provider';
import type { Programme } from '../model/rows';
import styles from './heading.module.css';

/** Which programme this is, who runs its business, and which day it is there. */
export function Heading({ programme }: { programme: Programme }) {
  const { texts, pick } = useLanguage<'programme'>();
  const words = texts.programme;
  const installation = useInstallation();
  const today = useFeed().today ?? installation?.today ?? null;
  const { standingAgency: agency } = programme;
  const facts = [
    agency !== null && words.standingAgency(pick(agency.shortName, agency.shortNameEn)),
    today !== null && words.onDate(formatDate(today)),
    today !== null && texts.quarter(quarterOf(today).label, quarterOf(today).daysLeft),
  ].filter((fact) => fact !== false);
  return (
    <div className={styles.heading}>
      <p className={styles.eyebrow}>{words.eyebrow(programme.code, programme.periodFrom, programme.periodTo)}</p>
      <ViewHeading title={programme.code}>{pick(programme.title ?? '', programme.titleEn)}</ViewHeading>
      <ul className={styles.facts}>
        {facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </div>
  );
}
