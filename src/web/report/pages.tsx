import { useLanguage } from '../common/language-context';
import { RowBoundary } from '../common/ui/row-boundary';
import { secretariatQueue, unitQueue } from './operations';
import { DisplaysPage } from './displays/displays-page';
import { ReportPage } from './form/report-page';
import { MeasurementPage } from './measurements/measurement-page';
import { QueuePage } from './queue/queue-page';
import { type Section, sectionsOf } from './sections';
import type { SignedIn } from '../common/session/use-session';
import { useHashRoute } from './use-hash-route';
import { MyWork } from './work/my-work';

/** The page that the address asks for, if the account's roles have it; else their first one. */
export function Pages({ viewer }: { viewer: SignedIn }) {
  const { texts } = useLanguage<'report'>();
  const [path, item] = useHashRoute();
  const sections = sectionsOf(viewer.roles);
  if (path === 'item' && item !== undefined) return <ReportPage key={item} code={item} viewer={viewer} />;
  const chosen = sections.find((each) => each.path === path) ?? sections[0];
  if (chosen === undefined) {
    return (
      <p>
        {texts.report.noRole} <a href="/programme">{texts.report.toProgramme}</a>
      </p>
    );
  }
  return (
    <RowBoundary key={chosen.section} of={path} name={texts.report.nav[chosen.section]} as="section">
      <SectionPage section={chosen.section} viewer={viewer} />
    </RowBoundary>
  );
}

function SectionPage({ section, viewer }: { section: Section; viewer: SignedIn }) {
  switch (section) {
    case 'work':
      return <MyWork viewer={viewer} />;
    case 'unitQueue':
      return <QueuePage key="unit" kind="unit" query={unitQueue} variables={{}} />;
    case 'secretariatQueue':
      return <QueuePage key="secretariat" kind="secretariat" query={secretariatQueue} variables={{}} />;
    case 'measurements':
      return <MeasurementPage />;
    case 'displays':
      return <DisplaysPage />;
  }
}
