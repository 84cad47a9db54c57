import { formatDate } from '../common/format';
import { useInstallation } from '../common/installation-context';
import { InstallationMarks } from '../common/installation-marks';
import { useLanguage } from '../common/language-context';
import styles from './installation-state.module.css';

/** Which version runs, on which date, with which data. */
export function InstallationState() {
  const { texts } = useLanguage<'home'>();
  const words = texts.home;
  const installation = useInstallation();
  return (
    <section className={styles.state}>
      <h2>{words.state}</h2>
      {installation === null ? (
        <p className="muted">{texts.loading}</p>
      ) : (
        <>
          <InstallationMarks installation={installation} />
          <dl className={styles.facts}>
            <dt>{words.version}</dt>
            <dd>{installation.appVersion}</dd>
            <dt>{words.today}</dt>
            <dd>{formatDate(installation.today)}</dd>
            <dt>{words.clock}</dt>
            <dd>{installation.isShifted ? words.clockShifted : words.clockReal}</dd>
            <dt>{words.data}</dt>
            <dd>{installation.hasSampleRows ? words.dataSample : words.dataReal}</dd>
          </dl>
        </>
      )}
    </section>
  );
}
