import { useLanguage } from '../../common/language-context';
import { myWork } from '../operations';
import { useLive } from '../../common/live/use-live';
import type { SignedIn } from '../../common/session/use-session';
import { Failure } from '../../common/ui/failure';
import { ViewHeading } from '../../common/ui/view-heading';
import { cycleStateOf, inOrderOfWork, isOwed } from './cycle-state';
import styles from './my-work.module.css';
import { RowBoundary } from '../../common/ui/row-boundary';
import { WorkRow } from './work-row';

/** “Việc của tôi”: the items that the reporter's unit leads, what is owed first. */
export function MyWork({ viewer }: { viewer: SignedIn }) {
  const { texts, pick } = useLanguage<'report'>();
  const words = texts.report.work;
  const { data, error } = useLive(myWork, {});
  if (viewer.unit === null) return <p>{words.noUnit}</p>;
  const entries = inOrderOfWork(data?.workItems.nodes ?? []);
  const owed = entries.filter((entry) => entry.viewerCan.submitReport && isOwed(cycleStateOf(entry)));
  return (
    <>
      <div className={styles.heading}>
        <ViewHeading title={texts.report.nav.work} />
        <p className="muted">{words.lead(pick(viewer.unit.name, viewer.unit.nameEn))}</p>
        {data !== null && entries.length > 0 && <p className={styles.todo}>{words.todo(owed.length)}</p>}
      </div>
      {error !== null && <Failure message={error} />}
      {data === null && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && entries.length === 0 && <p>{words.empty}</p>}
      <ul className={styles.list}>
        {entries.map((entry) => (
          <RowBoundary key={entry.code} of={entry} name={entry.code} as="li">
            <WorkRow entry={entry} viewerId={viewer.id} />
          </RowBoundary>
        ))}
      </ul>
    </>
  );
}
