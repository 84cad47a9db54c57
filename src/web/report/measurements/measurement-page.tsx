import { useInstallation } from '../../common/installation-context';
import { useLanguage } from '../../common/language-context';
import { measurementForm } from '../operations';
import { useLive } from '../../common/live/use-live';
import { Failure } from '../../common/ui/failure';
import { ViewHeading } from '../../common/ui/view-heading';
import { MeasurementForm } from './measurement-form';
import styles from './measurement-page.module.css';

/** The programme whose targets are measured here. */
const PROGRAMME = '07-CTr/TU';

/** “Ghi số liệu chỉ tiêu”: a short form for the secretariat. */
export function MeasurementPage() {
  const { texts } = useLanguage<'report'>();
  const words = texts.report.measurements;
  const today = useInstallation()?.today;
  const { data, error } = useLive(measurementForm, { programme: PROGRAMME });
  const targets = data?.programme?.targets.nodes ?? [];
  return (
    <>
      <div className={styles.heading}>
        <ViewHeading title={texts.report.nav.measurements} />
        <p className="muted">{words.lead}</p>
      </div>
      {error !== null && <Failure message={error} />}
      {(data === null || today === undefined) && error === null && <p className="muted">{texts.loading}</p>}
      {data !== null && today !== undefined && <MeasurementForm targets={targets} today={today} />}
    </>
  );
}
